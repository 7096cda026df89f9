using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Own;
using DslNet.Generators.Model;
using DslNet.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>Finds the method that an attribute names, and reads it.</summary>
/// <param name="arguments">The attribute's arguments.</param>
/// <param name="network">The class that it is on.</param>
/// <param name="inputs">How many of the method's parameters, the first, are inputs.</param>
internal sealed class FunctionReader(AttributeArguments arguments, INamedTypeSymbol network, int inputs)
{
    private const string Name = "method";

    public OwnFunction Read()
    {
        string name = arguments.String(Name) ?? "";
        INamedTypeSymbol? other = arguments.Type("type");
        double[] constants = [.. arguments.Doubles("arguments")];
        INamedTypeSymbol owner = other ?? network;
        IMethodSymbol? method = Find(owner, name, constants);
        int elements = method is null ? 0 : FunctionForm.ElementsOf(method.Parameters[0].Type);
        bool isReadable = true;
        Expr value = method is null ? new Expr.Input(0) : BodyOf(method, inputs * Math.Max(elements, 1), constants, () => isReadable = false);

        int read = Math.Max(elements, 1);
        if (method is not null && isReadable && Enumerable.Range(0, read).All(i => value.By(new Expr.Input(i)) is Expr.Constant { Value: 0 }))
            arguments.Report(RuleIds.FlatFunction, Name, name, method.Parameters[0].Name);

        // Layers are named by it.
        string identifier = SyntaxFacts.IsValidIdentifier(name) ? IdentifierText.Normalize(name) : "Function";
        return new(identifier, other is null ? null : PathOf(other), value, elements, constants.ToEquatableArray());
    }

    private Expr BodyOf(IMethodSymbol method, int values, IReadOnlyList<double> constants, Action doubt) =>
        new FunctionBody(
            ((ISourceAssemblySymbol)network.ContainingAssembly).Compilation,
            (at, fact, remedy) =>
            {
                doubt();
                arguments.ReportAt(RuleIds.FunctionUnreadable, at, fact, remedy);
            },
            () =>
            {
                doubt();
                arguments.AddUnreadableBody();
            })
            .Read(method, [.. Enumerable.Range(0, values).Select(i => (Expr)new Expr.Input(i)), .. constants.Select(constant => (Expr)(float)constant)]);

    private IMethodSymbol? Find(INamedTypeSymbol owner, string name, IReadOnlyList<double> constants)
    {
        // What the compiler does not find it has told.
        if (!arguments.IsReadable)
            return null;
        IMethodSymbol[] methods = [.. owner.GetMembers(name).OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary)];
        int count = inputs + constants.Count;
        IMethodSymbol? method = methods.FirstOrDefault(each => IsOfForm(each) && each.Parameters.Length == count);
        if (method is not null && FunctionForm.HasBody(method, network.ContainingAssembly) && constants.All(IsFinite))
            return method;

        string signature = $"static float {name}({string.Join(", ", Enumerable.Range(0, count).Select(i => "float " + (i < inputs ? inputs == 1 ? "x" : i == 0 ? "y" : "target" : Invariant($"p{i - inputs + 1}"))))})";
        (string fact, string remedy) = method switch
        {
            not null when MathCalls.IsMath(method) => ($"is {method.ContainingType.Name}'s, which the library has itself", $"{(BuiltIn(name) is { } known ? $"Write [{known}], or" : "Write")} static float F(float x) => {method.ContainingType.Name}.{name}(x) in {network.Name}, and nameof(F)"),
            not null when !FunctionForm.HasBody(method, network.ContainingAssembly) => ($"is compiled already, in {method.ContainingAssembly.Name}, and what it computes cannot be read there", "Copy the method into this project"),
            not null => ("is given a constant that is no finite float", "Write finite numbers"),
            _ when methods.Length == 0 && BuiltIn(name) is { } known => ($"is no method of {owner.Name}", $"Write [{known}], or {signature} in {owner.Name}"),
            _ when methods.Length == 0 && OtherOwner(owner) is { } elsewhere => ($"is no method of {owner.Name}", $"Write [{(inputs == 1 ? "Activation" : "Loss")}(typeof({elsewhere}), nameof({elsewhere}.{name}))]"),
            _ when !SyntaxFacts.IsValidIdentifier(name) => ($"is no method of {owner.Name}", "Name a static method: nameof(F)"),
            _ when methods.Length == 0 => ($"is no method of {owner.Name}", $"Write {signature} in {owner.Name}, or name another method"),
            _ when methods.FirstOrDefault(IsOfForm) is { } form => ($"has {NumberText.Counted(form.Parameters.Length, "parameter")}, and {NumberText.Counted(count, "value")} {(count == 1 ? "is" : "are")} given", $"Give as many numbers behind the name as the method has further parameters, or write {signature}"),
            _ => ($"is not of the form {signature}{(methods.Length == 1 ? Difference(methods[0]) : "")}", inputs == 1 ? "Make it a static method without type parameters that takes and returns floats" : "Make it a static method without type parameters that takes floats, or one tuple of floats for all outputs and one of as many for the targets, and returns a float"),
        };
        arguments.Report(RuleIds.FunctionNotFound, Name, name, fact, remedy);
        return null;
    }

    /// <summary>A layer or loss of the library's by that name, in whatever letters, or by another library's name for it.</summary>
    private static string? BuiltIn(string name) => LayerCatalogue.Readers.Keys.Concat(LossCatalogue.Readers.Keys)
        .Select(IdentifierText.WithoutAttributeEnding).FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? (ForeignNames.Find(name) is { Meant: { } meant, Form: var form, Difference: null } && form == meant ? meant : null);

    /// <summary>The class before the method's name in the source, <c>nameof(Functions.F)</c>, if it is another: nameof has the last name alone.</summary>
    private string? OtherOwner(INamedTypeSymbol owner) =>
        arguments.PositionalAt(0) is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" }, ArgumentList.Arguments: [{ Expression: MemberAccessExpressionSyntax { Expression: var before } }] }
        && before.ToString() is var other && other != owner.Name && !other.EndsWith("." + owner.Name, StringComparison.Ordinal) ? other : null;

    /// <summary>Why a method is not of the form, as a clause; empty if that is several things at once.</summary>
    private string Difference(IMethodSymbol method) => method switch
    {
        { IsStatic: false } => ": it is not static",
        { IsGenericMethod: true } => ": it has type parameters",
        { ReturnType: { SpecialType: not SpecialType.System_Single } returned } => $": it returns {returned.ToDisplayString()}",
        _ when method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.None) is { } byReference => $": it takes {byReference.Name} by reference",
        _ when method.Parameters.FirstOrDefault(parameter => parameter.Type.SpecialType != SpecialType.System_Single && !(inputs == 2 && FunctionForm.ElementsOf(parameter.Type) > 0)) is { } other =>
            $": {other.Name} is of type {other.Type.ToDisplayString()}",
        _ => "",
    };

    /// <summary>Whether a method is a function of floats or, of a loss, of tuples.</summary>
    private bool IsOfForm(IMethodSymbol method) => FunctionForm.IsOfFloats(method) || inputs == 2 && FunctionForm.IsOfTuples(method);

    private static bool IsFinite(double value) => (float)value is var rounded && !float.IsNaN(rounded) && !float.IsInfinity(rounded);

    private static string PathOf(INamedTypeSymbol type) => type.ContainingType is { } container ? $"{PathOf(container)}.{type.Name}" : type.Name;
}
