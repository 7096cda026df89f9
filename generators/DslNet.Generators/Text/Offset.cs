namespace DslNet.Generators.Text;

/// <summary>Sums of a variable part and a constant, as C# expressions.</summary>
internal static class Offset
{
    /// <summary><c>variable + constant</c>, without a part that is zero.</summary>
    public static string Of(string variable, int constant) =>
        variable.Length == 0 || variable == "0" ? Literal.Of(constant)
        : constant == 0 ? variable
        : constant < 0 ? $"{variable} - {Literal.Of(-constant)}"
        : $"{variable} + {Literal.Of(constant)}";

    /// <summary><c>variable * factor</c>, without a factor of one.</summary>
    public static string Times(string variable, int factor) => factor == 1 ? variable : $"{variable} * {Literal.Of(factor)}";

    /// <summary>A reference to the place an offset away from another.</summary>
    public static string Reference(string from, string offset) => offset == "0" ? $"ref {from}" : $"ref Place__.Add(ref {from}, {offset})";
}
