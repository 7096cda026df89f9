using DslNet.Generators.Expressions;

namespace DslNet.Generators.Parsing;

/// <summary>A condition in a body: the choice between two values that it makes. So conditions that are joined are choices within choices.</summary>
internal delegate Expr FunctionCondition(Expr then, Expr otherwise);
