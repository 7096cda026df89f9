using DslNet.Onnx.Tests.Harness;
using DslNet.Onnx.Tests.Proto;

namespace DslNet.Onnx.Tests.Operators;

/// <summary>What the import does not take it names, all of it at once: the node, the operator, the version, why, and what to do.</summary>
public sealed class RefusalTests
{
    [Fact]
    public void Every_node_at_fault_is_named()
    {
        TestModel model = new TestModel(15).Input("x", 4).Output("y").Node("Det", "x", "a").Node("Tanh", "a", "b").Node("Softmax", "x", "c", ("axis", 0)).Node("Mish", "c", "d").Node("Concat", "b d", "y", ("axis", 1));
        IReadOnlyList<string> problems = Imports.Problems(model);
        Assert.Contains(problems, problem => problem.StartsWith("Node 1 (Det “/Det”), operator set 15: the import has no layer for Det. Export ", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("Node 3 (Softmax “/Softmax”), operator set 15: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Operators_of_others_and_graphs_in_graphs_are_refused()
    {
        TestModel foreign = new TestModel().Input("x", 4).Output("y").Node("Relu", "x", "y");
        foreign.Proto.Graph.Node[0].Domain = "com.example";
        Assert.Contains("one of “com.example”", Assert.Single(Imports.Problems(foreign)));
        TestModel branching = new TestModel().Input("x", 4).Output("y").Integers("yes", [], 1).Node("If", "yes", "y", ("then_branch", new GraphProto()), ("else_branch", new GraphProto()));
        Assert.Contains("it chooses between graphs", Assert.Single(Imports.Problems(branching)));
    }

    [Fact]
    public void Inputs_that_are_no_samples_of_floats_are_refused()
    {
        Assert.Contains(Imports.Problems(new TestModel().Port("x", 7, TestModel.Batch, 4).Output("y").Node("Relu", "x", "y")), problem => problem.Contains("type int64", StringComparison.Ordinal));
        Assert.Contains(Imports.Problems(new TestModel().Port("x", 1, TestModel.Batch, "width").Output("y").Node("Relu", "x", "y")), problem => problem.Contains("[batch, width]", StringComparison.Ordinal));
        Assert.Contains(Imports.Problems(new TestModel().Port("x", 1, TestModel.Batch, 1, 2, 3, 4).Output("y").Node("Relu", "x", "y")), problem => problem.Contains("An input is", StringComparison.Ordinal));
    }

    [Fact]
    public void Graphs_that_are_none_are_refused()
    {
        Assert.Contains("which nothing computes", Assert.Single(Imports.Problems(new TestModel().Input("x", 4).Output("y").Node("Relu", "z", "y"))));
        Assert.Contains("waits for what is computed from it", Assert.Single(Imports.Problems(new TestModel().Input("x", 4).Output("y").Node("Add", "x b", "a").Node("Relu", "a", "b").Node("Relu", "a", "y"))));
        Assert.Contains("which is there already", Assert.Single(Imports.Problems(new TestModel().Input("x", 4).Output("y").Node("Relu", "x", "y").Node("Tanh", "x", "y"))));
        Assert.Contains("Nothing computes the output “y”", Assert.Single(Imports.Problems(new TestModel().Input("x", 4).Output("y").Node("Relu", "x", "z"))));
    }

    /// <summary>Nodes may stand in any order in files of careless writers.</summary>
    [Fact]
    public void Nodes_are_brought_into_order() =>
        Assert.Equal(["[Input(4)]", "[Tanh, Sigmoid]"], Imports.Attributes(new TestModel().Input("x", 4).Output("y").Node("Sigmoid", "a", "y").Node("Tanh", "x", "a")));
}
