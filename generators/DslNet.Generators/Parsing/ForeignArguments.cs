using System.Globalization;
using DslNet.Generators.Layers.Own;
using DslNet.Generators.Model;
using DslNet.Generators.Simd;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>Writes an attribute of another library as DslNet's, where it is certain what its arguments mean.</summary>
internal static class ForeignArguments
{
    /// <param name="attribute">The attribute as it is written.</param>
    /// <param name="known">What is known of its name.</param>
    public static ForeignTranslation Translate(AttributeSyntax attribute, ForeignName known) => Translate([.. attribute.ArgumentList?.Arguments ?? default], known);

    /// <summary>Writes some arguments as those of DslNet's attribute.</summary>
    public static ForeignTranslation Translate(AttributeArgumentSyntax[] arguments, ForeignName known)
    {
        if (known.Parameters is not { } table || known.Meant is not { } meant)
            return new(arguments.Length == 0 && known.Form == known.Meant ? known.Meant : null);

        (string Name, string Target)[] all = [.. table.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries).Select(Pair)];
        (string Name, string Target)[] ordered = [.. table.Split('|')[0].Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(Pair)];
        int required = ordered.Select(parameter => parameter.Target).Where(IsNumber).Distinct().Count();

        // Whoever writes no more than is needed has left out what is inferred.
        int positional = arguments.Count(argument => NameOf(argument) is null);
        int named = arguments.Select(NameOf).OfType<string>().Select(TargetOf).Count(target => target is not null && IsNumber(target));
        int next = positional == required - named && ordered is [{ Target: "" }, ..] ? 1 : 0;
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        bool isCertain = true, differs = false, casts = false;
        foreach (AttributeArgumentSyntax argument in arguments)
        {
            string? target = NameOf(argument) is { } name ? TargetOf(name) : next < ordered.Length ? ordered[next++].Target : null;
            bool isRest = target is ['~', ..];
            target = isRest ? target!.Substring(1) : target;
            string? value = target is null || values.ContainsKey(target) ? null
                : target is ['=', ..] ? ForeignValue.IsOneOf(argument.Expression, target.Substring(1)) ? "" : null
                : isRest ? ForeignValue.RestOf(argument.Expression)
                : ForeignValue.Of(argument.Expression, target, TypeOf(meant, target));

            // Means are the only windows in which the zeros around an image count.
            bool isOther = target is ['=', ..] && value is null || meant is "AvgPool1D" or "AvgPool2D" && target == "Padding" && value is not null && ForeignValue.IsSame(value);
            differs |= isOther;
            casts |= value is not null && ForeignValue.IsCastOf(value, argument.Expression);
            isCertain &= value is not null && !isOther;
            if (target is { Length: > 0 } && value is { Length: > 0 })
                values.Add(target, value);
        }

        if (!isCertain || values.Keys.Count(IsNumber) < required)
            return new(null, differs);
        string list = string.Join(", ", values.Select(value => IsNumber(value.Key) ? value.Value : $"{value.Key} = {value.Value}"));
        return new(list.Length == 0 ? meant : $"{meant}({list})", differs, casts);

        string? TargetOf(string name) =>
            all.Where(parameter => string.Equals(Joined(parameter.Name), Joined(name), StringComparison.OrdinalIgnoreCase)).Select(parameter => parameter.Target).FirstOrDefault()
            ?? (HasProperty(meant, name) ? name : null);
    }

    /// <summary>Whether an attribute of DslNet has a property that may be set.</summary>
    internal static bool HasProperty(string attribute, string property)
    {
        DefaultArguments arguments = new();
        return Read(attribute, arguments) is { } layer
            ? property is "Name" or "From" or "Frozen" || layer.DeclaredArguments.Any(argument => !argument.IsPositional && argument.Name == property)
            : property is "From" or "Of" or "Weight" || arguments.Types.ContainsKey(property);
    }

    /// <summary>The type of a parameter that is an attribute's own, as its reader asks for it; null of others.</summary>
    private static Type? TypeOf(string attribute, string target)
    {
        DefaultArguments arguments = new();
        LayerSpec? layer = Read(attribute, arguments);
        string? name = !IsNumber(target) ? target
            : layer?.DeclaredArguments.Where(argument => argument.IsPositional).Skip(int.Parse(target, CultureInfo.InvariantCulture)).FirstOrDefault()?.Name;
        return name is not null && arguments.Types.TryGetValue(name, out Type? type) ? type : null;
    }

    /// <summary>Reads an attribute's arguments. Of a layer, the layer; null if it is a loss, or none of both.</summary>
    private static LayerSpec? Read(string attribute, IFunctionArguments arguments)
    {
        string name = attribute + IdentifierText.AttributeEnding;
        if (LayerCatalogue.Readers.TryGetValue(name, out Func<IFunctionArguments, LayerSpec>? readLayer))
            return readLayer(arguments);
        if (LossCatalogue.Readers.TryGetValue(name, out Func<IFunctionArguments, int, LossSpec>? readLoss))
            readLoss(arguments, 0);
        return null;
    }

    /// <summary>The words of a name in one, as C# has them.</summary>
    private static string Joined(string name) => name.Replace("_", "");

    private static string? NameOf(AttributeArgumentSyntax argument) => (argument.NameColon?.Name ?? argument.NameEquals?.Name)?.Identifier.ValueText;

    private static (string Name, string Target) Pair(string parameter)
    {
        int colon = parameter.IndexOf(':');
        return (parameter.Substring(0, colon), parameter.Substring(colon + 1));
    }

    private static bool IsNumber(string target) => target.Length > 0 && char.IsDigit(target[0]);
}
