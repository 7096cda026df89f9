namespace DslNet.Generators.Model;

/// <summary>The function that is part of a loss: the members of the library's Link.</summary>
internal enum LinkKind
{
    None,
    Sigmoid,
    Softmax,
}
