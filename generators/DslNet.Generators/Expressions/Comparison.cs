namespace DslNet.Generators.Expressions;

/// <summary>How two values are compared; with NaN nothing holds. The members are methods of the vector classes.</summary>
internal enum Comparison
{
    GreaterThan,
    GreaterThanOrEqual,
    LessThan,
    LessThanOrEqual,
}
