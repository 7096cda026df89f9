using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Diagnostics;

/// <summary>How the arguments of a message are shown, and what code fixes find of them.</summary>
internal static class MessageText
{
    /// <summary>The argument for the eye: 1,024, or 16×8×8 (1,024).</summary>
    public static string Of(object argument, ShapeCertainty certainty) => argument switch
    {
        Shape { IsOfTokens: true } shape => certainty < ShapeCertainty.Known ? "tokens" : $"{NumberText.Counted(shape.Channels, "token")} of {NumberText.Grouped(shape.Vocabulary)}",
        Shape shape when certainty < ShapeCertainty.Known => shape.SpatialRank switch { 0 => "a vector", 1 => "a signal", _ => "an image" },
        Shape { SpatialRank: 0 } shape => "a vector of " + NumberText.Grouped(shape.Channels),
        Shape shape => $"{shape} ({NumberText.Grouped(shape.Length)})",
        int number => NumberText.Grouped(number),
        long number => NumberText.Grouped(number),
        _ => argument.ToString() ?? "",
    };

    /// <summary>The argument as C# writes it; null for a shape that is not known.</summary>
    public static string? PropertyOf(object argument, ShapeCertainty certainty) => argument switch
    {
        Shape when certainty < ShapeCertainty.Known => null,
        Shape shape => shape.ArgumentList,
        int number => NumberText.Of(number),
        long number => NumberText.Of(number),
        _ => argument.ToString(),
    };
}
