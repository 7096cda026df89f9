namespace DslNet.Generators.Expressions;

/// <summary>How strongly the outermost operator of a C# expression binds its operands, weakest first.</summary>
internal enum Binding
{
    Bitwise,
    Additive,
    Multiplicative,
    Unary,
    Primary,
}
