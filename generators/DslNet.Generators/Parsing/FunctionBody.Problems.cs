using System.Runtime.CompilerServices;
using DslNet.Generators.Expressions;
using DslNet.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslNet.Generators.Parsing;

/// <summary>What cannot be read, and what is too much.</summary>
internal sealed partial class FunctionBody
{
    /// <summary>So many operations, written out, are more than a kernel is for; a local that is used again counts again.</summary>
    private const int MostOperations = 1000;

    private const int MostLetters = 60;

    private readonly ConditionalWeakTable<Expr, object> _lengths = new();
    private readonly HashSet<Location> _reported = [];
    private bool _isTooLong;

    /// <summary>The expression, as the library has it, if it is not too long.</summary>
    private Expr Made(Expr expression, IOperation at)
    {
        expression = Idioms.Of(expression);
        if (!_isTooLong && LengthOf(expression) <= MostOperations)
            return expression;
        if (!_isTooLong)
            Problem(at, $"makes more than {NumberText.Grouped(MostOperations)} operations, with what is used more than once written out", "Write a shorter function");
        _isTooLong = true;
        return Expr.One;
    }

    private int LengthOf(Expr expression) => (int)_lengths.GetValue(expression, each => each.Operands.Sum(LengthOf) + 1);

    /// <summary>What constants are computed to in C#; other expressions themselves.</summary>
    private static Expr Folded(Expr expression) => expression switch
    {
        Expr.Unary { Op: UnaryOp.Negate, Value: Expr.Constant value } => -value.Value,
        Expr.Binary { Left: Expr.Constant left, Right: Expr.Constant right } binary => binary.Op switch
        {
            BinaryOp.Add => (float)(left.Value + right.Value),
            BinaryOp.Subtract => (float)(left.Value - right.Value),
            BinaryOp.Multiply => (float)(left.Value * right.Value),
            BinaryOp.Divide => (float)(left.Value / right.Value),
            _ => binary,
        },
        _ => expression,
    };

    private Expr Unreadable(IOperation operation)
    {
        if (operation is IInvalidOperation || operation.Syntax.ContainsDiagnostics || operation.DescendantsAndSelf().Any(each => each is IInvalidOperation))
        {
            reportCompilerError();
            return Expr.One;
        }

        string allowed = $"Use {MathCalls.Allowed}";
        (string fact, string remedy) = operation switch
        {
            ILoopOperation => ("is a loop", allowed),
            IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } local } => ("calls a local function", $"Make {local.Name} a static method of the class"),
            IInvocationOperation { TargetMethod: var method } when MathCalls.IsMath(method) => MathCalls.Missing(method.Name),
            IInvocationOperation call => ($"calls {call.TargetMethod.ContainingType?.Name}.{call.TargetMethod.Name}", allowed),
            IFieldReferenceOperation { Field.Name: var field } => ("is no constant", $"Make {field} const, or a parameter of the method that the attribute gives a number for"),
            IPropertyReferenceOperation => ("is no constant", "Write a const, or a parameter of the method that the attribute gives a number for"),
            IArrayElementReferenceOperation => ("reads an array", allowed),
            IThrowOperation => ("throws an exception", allowed),
            ISwitchExpressionOperation or ISwitchOperation or IIsPatternOperation => ("matches a pattern", "Write ?: or if, with comparisons by <, <=, >, >="),
            IIncrementOrDecrementOperation { Kind: var kind, Target.Syntax: var target } => ("counts", $"Write {target} {(kind == OperationKind.Increment ? "+=" : "-=")} 1"),
            IVariableDeclaratorOperation { Symbol: { Type: var type } variable } => ($"is a variable of type {type.ToDisplayString()}", type.SpecialType == SpecialType.System_Double
                ? $"Declare it as a float: float {variable.Name}, with constants such as 0.5f" : "Use variables of type float and bool"),
            { Type.SpecialType: SpecialType.System_Double } => ("is computed in double", allowed),
            { Type.SpecialType: SpecialType.System_Int32 } => ("is computed in integers", allowed),
            _ => ("is none of what is compiled for vectors and derived", allowed),
        };
        return Problem(operation, fact, remedy);
    }

    private Expr Problem(IOperation operation, string fact, string remedy)
    {
        string text = string.Join(" ", operation.Syntax.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return Problem(operation.Syntax.GetLocation(), $"'{(text.Length > MostLetters ? text.Substring(0, MostLetters) + "…" : text)}' {fact}", remedy);
    }

    /// <returns>A value to go on with.</returns>
    private Expr Problem(Location at, string fact, string remedy)
    {
        if (_reported.Add(at))
            report(at, fact, remedy);
        return Expr.One;
    }
}
