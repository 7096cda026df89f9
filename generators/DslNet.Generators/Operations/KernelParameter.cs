namespace DslNet.Generators.Operations;

/// <summary>A parameter of a kernel's method.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its C# type: of memory, a reference.</param>
internal sealed record KernelParameter(string Name, string Type = KernelParameter.Floats)
{
    /// <summary>The type of memory that has floats.</summary>
    public const string Floats = "ref float";

    /// <summary>The type of memory that has integers.</summary>
    public const string Integers = "ref int";

    /// <summary>How a method declares it.</summary>
    public string Declaration => $"{Type} {Name}";

    /// <summary>How a method passes it on.</summary>
    public string Argument => Type.StartsWith("ref ", StringComparison.Ordinal) ? "ref " + Name : Name;
}
