using DslNet.Generators.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DslNet.Generators.Parsing;

/// <summary>Turns the body of a method of floats into an expression of its arguments. What it cannot read is reported at that very place.</summary>
/// <param name="compilation">Where methods are.</param>
/// <param name="report">Receives what is wrong: where, the fact and the remedy.</param>
/// <param name="reportCompilerError">Receives that the compiler has an error to tell.</param>
internal sealed partial class FunctionBody(Compilation compilation, Action<Location, string, string> report, Action reportCompilerError)
{
    private readonly Stack<IMethodSymbol> _calls = new();

    /// <summary>What a method computes of some arguments.</summary>
    public Expr Read(IMethodSymbol method, IReadOnlyList<Expr> arguments)
    {
        _calls.Push(method);
        IOperation? body = method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<MethodDeclarationSyntax>()
            .Where(declaration => declaration.Body is not null || declaration.ExpressionBody is not null)
            .Select(declaration => compilation.GetSemanticModel(declaration.SyntaxTree).GetOperation(declaration)).FirstOrDefault();
        Expr value = body is IMethodBodyOperation { BlockBody: var block, ExpressionBody: var expression } && (block ?? expression) is { } statements
            ? Run([statements], FunctionLocals.Of(method, arguments))
            : Problem(method.Locations[0], $"{method.Name} has no body", "Write what it computes");
        _calls.Pop();
        return value;
    }

    /// <summary>What is returned from some statements on.</summary>
    private Expr Run(IEnumerable<IOperation> statements, FunctionLocals locals)
    {
        Stack<IOperation> rest = new(statements.Reverse());
        while (rest.Count > 0 && !_isTooLong)
        {
            switch (rest.Pop())
            {
                case IBlockOperation block:
                    foreach (IOperation statement in block.Operations.Reverse())
                        rest.Push(statement);
                    break;
                case IReturnOperation { ReturnedValue: { } value }:
                    return Value(value, locals);
                case IConditionalOperation choice when Returns(choice):
                    // What follows is read on both sides: behind the first return there is nothing.
                    FunctionCondition condition = Condition(choice.Condition, locals);
                    Expr then = Run([choice.WhenTrue, .. rest], locals.Copy());
                    return Made(condition(then, Run(choice.WhenFalse is { } otherwise ? [otherwise, .. rest] : rest, locals.Copy())), choice);
                case IOperation statement:
                    Step(statement, locals);
                    break;
            }
        }

        // Only behind an error.
        return Expr.One;
    }

    private static bool Returns(IOperation statement) => statement is IReturnOperation || statement.ChildOperations.Any(Returns);

    /// <summary>A statement that does not return.</summary>
    private void Step(IOperation? statement, FunctionLocals locals)
    {
        switch (statement)
        {
            case null or IEmptyOperation or ILocalFunctionOperation:
                // Who calls a local function is told so.
                break;
            case IBlockOperation block:
                foreach (IOperation each in block.Operations)
                    Step(each, locals);
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (IVariableDeclaratorOperation declared in group.Declarations.SelectMany(declaration => declaration.Declarators))
                    Declare(declared, locals);
                break;
            case IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { IsRef: false } assignment } when VariableOf(assignment.Target) is { } variable:
                Assign(variable, assignment.Target.Type, assignment.Value, locals);
                break;
            case IExpressionStatementOperation { Operation: ICompoundAssignmentOperation assignment } when VariableOf(assignment.Target) is { } variable && IsFloat(assignment.Target):
                locals.Set(variable, Arithmetic(assignment, assignment.OperatorKind, Value(assignment.Target, locals), Value(assignment.Value, locals)));
                break;
            case IConditionalOperation choice:
                FunctionCondition condition = Condition(choice.Condition, locals);
                FunctionLocals then = locals.Copy(), otherwise = locals.Copy();
                Step(choice.WhenTrue, then);
                Step(choice.WhenFalse, otherwise);
                locals.Merge(then, otherwise, condition, (a, b) => Made(condition(a, b), choice));
                break;
            default:
                Unreadable(statement is IExpressionStatementOperation { Operation: var expression } ? expression : statement);
                break;
        }
    }

    private void Declare(IVariableDeclaratorOperation declared, FunctionLocals locals)
    {
        IVariableInitializerOperation? initializer = declared.Initializer ?? (declared.Parent as IVariableDeclarationOperation)?.Initializer;
        if (declared.Symbol is { IsConst: false, RefKind: RefKind.None } variable)
            Assign(variable, variable.Type, initializer?.Value, locals, declared);
        else if (!declared.Symbol.IsConst)
            Unreadable(declared);
    }

    private void Assign(ISymbol variable, ITypeSymbol? type, IOperation? value, FunctionLocals locals, IOperation? place = null)
    {
        switch (type?.SpecialType)
        {
            case SpecialType.System_Single:
                if (value is not null)
                    locals.Set(variable, Value(value, locals));
                break;
            case SpecialType.System_Boolean:
                if (value is not null)
                    locals.Set(variable, Condition(value, locals));
                break;
            default:
                Unreadable(place ?? value!);
                break;
        }
    }

    private static ISymbol? VariableOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
