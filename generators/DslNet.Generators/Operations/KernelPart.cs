namespace DslNet.Generators.Operations;

/// <summary>A part of a kernel. The only one stands in the kernel's own method; several become methods that the kernel calls.</summary>
/// <param name="Suffix">What its method's name has behind the kernel's.</param>
/// <param name="Summary">What it does, for the comment, in small letters.</param>
/// <param name="Write">Writes its statements.</param>
internal sealed record KernelPart(string Suffix, string Summary, Action Write);
