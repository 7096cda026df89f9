using DslNet.Generators.Expressions;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>What a layer sees of the graph while it is lowered for the members of a population.</summary>
/// <param name="program">The program.</param>
/// <param name="node">The layer.</param>
/// <param name="output">Where its output goes.</param>
/// <param name="fused">The activation that is applied to each value before it is stored; null if none is.</param>
internal sealed class MemberContext(MemberProgram program, NodeSpec node, Buffer output, Elementwise? fused)
{
    public int InputCount => node.Inputs.Count;

    /// <summary>An input.</summary>
    public Buffer Input(int index = 0) => program.BufferOf(node.Inputs[index]);

    /// <summary>How many values an input has.</summary>
    public int LengthOf(int index = 0) => (int)program.Network.ShapeOf(node.Inputs[index]).Length;

    /// <summary>How many values the output has.</summary>
    public int Length => (int)node.Output.Length;

    /// <summary>Where the output goes.</summary>
    public Buffer Output => output;

    /// <summary>A parameter of this layer, by its role.</summary>
    public Operand Parameter(string role, string name) => new(name, program.ParameterOf(node, role));

    /// <summary>What is stored of a value.</summary>
    public Expr Finished(Expr value) => fused is null ? value : fused.Value.WithInputs([value]);

    /// <summary>The same for comments: empty, or ", " and a phrase.</summary>
    public string FinishPhrase => fused is null ? "" : $", then {fused.Kind}";

    public void Add(string part, Kernel kernel, IEnumerable<Operand> operands) => program.Add(node.Name, node.Name + part, kernel, operands);
}
