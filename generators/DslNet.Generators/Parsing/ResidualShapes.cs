using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>What a block reads and what it produces, which shall be added: whether that can be, and what may have to be between.</summary>
internal static class ResidualShapes
{
    /// <summary>
    /// The layer that brings one shape to another: a dense layer between vectors, else a convolution of 1×1 with a stride that leaves as many
    /// positions. Null if there is none. It has no bias: what the block produces is added to the same sum.
    /// </summary>
    public static LayerSpec? Between(Shape from, Shape to) => (from.SpatialRank, to.SpatialRank) switch
    {
        (0, 0) => Create("Dense", ("Outputs", to.Channels)),
        (1, 1) => Strided(from, to, stride => Create("Conv1D", ("Filters", to.Channels), ("Kernel", 1), ("Stride", stride))),
        (2, 2) => Strided(from, to, stride => Create("Conv2D", ("Filters", to.Channels), ("KernelHeight", 1), ("KernelWidth", 1), ("Stride", stride))),
        _ => null,
    };

    private static LayerSpec? Strided(Shape from, Shape to, Func<int, LayerSpec> convolution) =>
        Enumerable.Range(1, from.RowLength).Select(convolution).FirstOrDefault(layer => layer.InferShape([new("", from)], NoProblems.Instance) == to);

    private static LayerSpec Create(string attribute, params (string Name, int Value)[] arguments)
    {
        Dictionary<string, object> values = arguments.ToDictionary(argument => argument.Name, argument => (object)argument.Value, StringComparer.Ordinal);
        values.Add("Bias", false);
        return LayerCatalogue.Readers[attribute + IdentifierText.AttributeEnding](new GivenArguments(values));
    }

    /// <summary>Reports shapes that cannot be added.</summary>
    public static void Report(BlockDraft use, ShapedInput read, ShapedInput produced, IShapeProblems problems)
    {
        bool asked = use.Projection is not null;
        string remedy = Between(read.Shape, produced.Shape) is null ? $"No projection brings them together: give both the same shape, or use {use.Inner.ClassName} by [Use<{use.Inner.ClassName}>]"
            : asked ? "Give both the same shape"
            : "Write Projection = true, or give both the same shape";
        problems.Report(RuleIds.ResidualShapesDiffer, null, use.Path, use.Inner.ClassName, read.Producer, read.Shape, produced.Producer, produced.Shape, remedy);
    }

    /// <summary>Nobody is told.</summary>
    private sealed class NoProblems : IShapeProblems
    {
        public static NoProblems Instance { get; } = new();

        public string LayerName => "";

        public void Report(string ruleId, string? argument, params object[] messageArguments) { }
    }
}
