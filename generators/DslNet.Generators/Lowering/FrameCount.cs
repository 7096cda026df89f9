using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>
/// How many frames of a sequence there were so far, the current one included: an integer that is kept from frame to frame like any value, so that a state has it,
/// saves it and forgets it, and the gradient finds it.
/// </summary>
internal static class FrameCount
{
    /// <summary>From the count of one frame to that of the next: what is kept of each begins at a vector.</summary>
    public const int Length = 8;

    private const string Name = "Count";

    /// <summary>What the count of a layer is called in all programs.</summary>
    public static string NameOf(string layer) => ParameterTable.FileName(layer) + Name;

    /// <summary>Counts the frames.</summary>
    public static Operand Forward(ForwardContext context)
    {
        Operand counts = Of(context.KeptFrames);
        context.Add("Count", new FrameCountKernel(), [counts with { Offset = -Length }]);
        return counts;
    }

    /// <summary>The counts that the forward direction left.</summary>
    public static Operand Of(Func<string, int, int, int, Buffer> kept) => new("counts", kept(Name, Length, 1, 0));
}
