namespace DslNet.Data;

/// <summary>A table in two parts.</summary>
/// <param name="Train">What is learned from.</param>
/// <param name="Test">What is measured with.</param>
public sealed record TableSplit(Table Train, Table Test);
