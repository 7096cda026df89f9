using DslNet.Generators.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslNet.Generators.Parsing;

/// <summary>Values and conditions.</summary>
internal sealed partial class FunctionBody
{
    private Expr Value(IOperation value, FunctionLocals locals)
    {
        if (value.ConstantValue is { HasValue: true, Value: float constant })
            return IsFinite(constant) ? constant : Problem(value, "is no finite number", "Write a finite one");
        return value switch
        {
            ILocalReferenceOperation local when locals.ValueOf(local.Local) is { } known => known,
            IParameterReferenceOperation parameter when locals.ValueOf(parameter.Parameter) is { } known => known,
            IFieldReferenceOperation { Instance: IParameterReferenceOperation tuple } element when locals.ElementOf(tuple.Parameter, element.Field) is { } known => known,
            IConversionOperation { OperatorMethod: null } conversion when IsFloat(conversion) => Converted(conversion, locals),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } negation when IsFloat(negation) => Made(Folded(-Value(negation.Operand, locals)), negation),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus } itself when IsFloat(itself) => Value(itself.Operand, locals),
            IBinaryOperation binary when IsFloat(binary) && IsArithmetic(binary.OperatorKind) => Arithmetic(binary, binary.OperatorKind, Value(binary.LeftOperand, locals), Value(binary.RightOperand, locals)),
            IConditionalOperation { WhenFalse: { } otherwise } choice when IsFloat(choice) =>
                Made(Condition(choice.Condition, locals)(Value(choice.WhenTrue, locals), Value(otherwise, locals)), choice),
            IInvocationOperation call when IsFloat(call) => Called(call, [.. ArgumentsOf(call).Select(argument => Value(argument, locals))]),
            _ => Unreadable(value),
        };
    }

    private static bool IsArithmetic(BinaryOperatorKind kind) =>
        kind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide;

    private Expr Arithmetic(IOperation at, BinaryOperatorKind kind, Expr left, Expr right) => kind switch
    {
        BinaryOperatorKind.Add => Made(Folded(left + right), at),
        BinaryOperatorKind.Subtract => Made(Folded(left - right), at),
        BinaryOperatorKind.Multiply => Made(Folded(left * right), at),
        BinaryOperatorKind.Divide => Made(Folded(left / right), at),
        _ => Unreadable(at),
    };

    /// <summary>To float: of a function of doubles, which has floats as arguments, the function of floats is meant.</summary>
    private Expr Converted(IConversionOperation conversion, FunctionLocals locals) => conversion.Operand switch
    {
        { Type.SpecialType: SpecialType.System_Single } same => Value(same, locals),
        IInvocationOperation { Type.SpecialType: SpecialType.System_Double } call when MathCalls.IsMath(call.TargetMethod) =>
            Called(call, [.. ArgumentsOf(call).Select(argument => Widened(argument, locals))]),
        { Type.SpecialType: SpecialType.System_Int32 } integer => Integer(integer, locals),
        IInvocationOperation { Type.SpecialType: SpecialType.System_Double } call => Unreadable(call),
        // Of a variable that is no float its declaration tells.
        { Type.SpecialType: SpecialType.System_Double } wide when wide.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(each => !IsFloat(each) && !each.Local.IsConst) => Expr.One,
        { Type.SpecialType: SpecialType.System_Double } wide => Problem(wide, "is computed in double, but a network computes in float", "Write constants as floats, such as 0.5f, and functions of MathF"),
        var other => Unreadable(other),
    };

    /// <summary>An integer: a constant, or one of several.</summary>
    private Expr Integer(IOperation value, FunctionLocals locals) => value switch
    {
        { ConstantValue: { HasValue: true, Value: int constant } } => (float)constant,
        IConditionalOperation { WhenFalse: { } otherwise } choice => Made(Condition(choice.Condition, locals)(Integer(choice.WhenTrue, locals), Integer(otherwise, locals)), choice),
        _ => Unreadable(value),
    };

    /// <summary>A double that is a float.</summary>
    private Expr Widened(IOperation value, FunctionLocals locals) => value switch
    {
        { ConstantValue: { HasValue: true, Value: double constant } } when (float)constant == constant && IsFinite((float)constant) => (float)constant,
        IConversionOperation { OperatorMethod: null, Operand: { Type.SpecialType: SpecialType.System_Single } narrow } => Value(narrow, locals),
        { ConstantValue.HasValue: true } => Problem(value, "is a double that is no float, but a network computes in float", "Write it as a float, such as 0.1f"),
        _ => Problem(value, "is computed in double, but a network computes in float", "Write constants as floats, such as 0.5f, and functions of MathF"),
    };

    /// <summary>The arguments in the order of the parameters.</summary>
    private static IEnumerable<IOperation> ArgumentsOf(IInvocationOperation call) =>
        call.Arguments.OrderBy(argument => argument.Parameter?.Ordinal ?? 0).Select(argument => argument.Value);

    private Expr Called(IInvocationOperation call, IReadOnlyList<Expr> arguments)
    {
        IMethodSymbol method = call.TargetMethod;
        if (MathCalls.IsMath(method))
        {
            (Expr? value, string? fact, string remedy) = MathCalls.Of(method.Name, arguments);
            return value is not null ? Made(value, call) : Problem(call, fact!, remedy);
        }

        if (method.MethodKind != MethodKind.Ordinary || !FunctionForm.IsOfFloats(method))
            return Unreadable(call);
        if (!FunctionForm.HasBody(method, compilation.Assembly))
            return Problem(call, $"calls a method that is compiled already, in {method.ContainingAssembly.Name}, and what it computes cannot be read there", "Copy the method into this project");
        if (_calls.Contains(method, SymbolEqualityComparer.Default))
            return Problem(call, $"calls {method.Name}, which is being computed already", "Write it without recursion");
        return _isTooLong ? Expr.One : Made(Read(method, arguments), call);
    }

    private FunctionCondition Condition(IOperation condition, FunctionLocals locals)
    {
        if (condition.ConstantValue is { HasValue: true, Value: bool constant })
            return (then, otherwise) => constant ? then : otherwise;
        switch (condition)
        {
            case ILocalReferenceOperation local when locals.ConditionOf(local.Local) is { } known:
                return known;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                FunctionCondition positive = Condition(not.Operand, locals);
                return (then, otherwise) => positive(otherwise, then);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And, OperatorMethod: null } and:
                (FunctionCondition first, FunctionCondition second) = (Condition(and.LeftOperand, locals), Condition(and.RightOperand, locals));
                return (then, otherwise) => first(second(then, otherwise), otherwise);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or, OperatorMethod: null } or:
                (FunctionCondition one, FunctionCondition other) = (Condition(or.LeftOperand, locals), Condition(or.RightOperand, locals));
                return (then, otherwise) => one(then, other(then, otherwise));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equal when AreFloats(equal):
                Problem(equal, "compares for equality, where no derivative is", "Compare by < or >");
                return (then, _) => then;
            case IBinaryOperation comparison when ComparisonOf(comparison.OperatorKind) is { } kind && AreFloats(comparison):
                Expr left = Side(comparison.LeftOperand, locals), right = Side(comparison.RightOperand, locals);
                return left is Expr.Constant a && right is Expr.Constant b
                    ? (then, otherwise) => Holds(a.Value, kind, b.Value) ? then : otherwise
                    : (then, otherwise) => then == otherwise ? then : Expr.If(new Expr.Compare(left, kind, right), then, otherwise);
            default:
                Unreadable(condition);
                return (then, _) => then;
        }
    }

    private Expr Side(IOperation operand, FunctionLocals locals) => IsFloat(operand) ? Value(operand, locals) : Widened(operand, locals);

    private static bool AreFloats(IBinaryOperation comparison) =>
        comparison.LeftOperand.Type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double && comparison.RightOperand.Type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    private static Comparison? ComparisonOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => Comparison.GreaterThan,
        BinaryOperatorKind.GreaterThanOrEqual => Comparison.GreaterThanOrEqual,
        BinaryOperatorKind.LessThan => Comparison.LessThan,
        BinaryOperatorKind.LessThanOrEqual => Comparison.LessThanOrEqual,
        _ => null,
    };

    private static bool Holds(float left, Comparison kind, float right) => kind switch
    {
        Comparison.GreaterThan => left > right,
        Comparison.GreaterThanOrEqual => left >= right,
        Comparison.LessThan => left < right,
        _ => left <= right,
    };

    private static bool IsFloat(IOperation operation) => operation.Type?.SpecialType == SpecialType.System_Single;

    private static bool IsFinite(float value) => !float.IsNaN(value) && !float.IsInfinity(value);
}
