namespace DslNet.Generators.Operations;

/// <summary>An argument of a kernel that is no memory.</summary>
/// <param name="Type">Its C# type.</param>
/// <param name="Name">The kernel's parameter.</param>
/// <param name="Value">The expression that the program passes.</param>
internal sealed record ScalarArgument(string Type, string Name, string Value);
