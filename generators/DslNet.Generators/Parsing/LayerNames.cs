using DslNet.Generators.Model;
using DslNet.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Parsing;

/// <summary>
/// Names the layers: as declared, or by kind and place among all layers of the kind. What is in a block has the name of its use before its own, with a
/// dot for readers and files, and with an underscore in code.
/// </summary>
internal sealed class LayerNames
{
    private readonly INamedTypeSymbol? _type;
    private readonly ProblemList _problems;

    // Names that differ only in the case of a first letter would be one name in files, those that differ in a dot and an underscore one in code.
    private readonly HashSet<string> _inCode = new(StringComparer.Ordinal), _inFiles = new(FirstLetterComparer.Instance);
    private readonly LayerScope _scope;

    private readonly Func<string, string?> _takerOf;

    private LayerNames(LayerScope scope, INamedTypeSymbol? type, Func<string, string?> takerOf, ProblemList problems) =>
        (_scope, _type, _takerOf, _problems) = (scope, type, takerOf, problems);

    /// <param name="scope">The attributes.</param>
    /// <param name="type">The network's class, whose members' names layers cannot have; null for a block by itself.</param>
    /// <param name="takerOf">What has a name already in networks of this kind, as messages say it; null if nothing has.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Assign(LayerScope scope, INamedTypeSymbol? type, Func<string, string?> takerOf, ProblemList problems)
    {
        Refer(scope);
        new LayerNames(scope, type, takerOf, problems).Assign(scope, "");
    }

    /// <summary>What others may call them.</summary>
    private static void Refer(LayerScope scope)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ScopeMember member in scope.Members)
        {
            counts.TryGetValue(member.Kind, out int count);
            counts[member.Kind] = count + 1;
            member.NumberedName = member.Kind + NumberText.Of(count + 1);
            member.ReferenceName = member.DeclaredName is { } name ? IdentifierText.Normalize(name) : member.NumberedName;
            if (member is BlockDraft use)
                Refer(use.Inner);
        }
    }

    private void Assign(LayerScope scope, string prefix)
    {
        foreach (ScopeMember member in scope.Members)
        {
            member.Path = Choose(member, prefix);
            member.Name = IdentifierOf(member.Path);
            if (member is BlockDraft use)
            {
                AddedBy(use, use.Sum, use.Path);
                AddedBy(use, use.Projection, $"{use.Path}.{BlockDraft.ProjectionName}");
                Assign(use.Inner, use.Path + ".");
            }
        }
    }

    /// <summary>Names what a use adds to its block.</summary>
    private void AddedBy(BlockDraft use, LayerDraft? layer, string path)
    {
        if (layer is null)
            return;
        layer.Path = path == use.Path || TryTake(path) ? path : Unique(path, layer.View);
        layer.Name = IdentifierOf(layer.Path);
    }

    /// <returns>The path.</returns>
    private string Choose(ScopeMember member, string prefix)
    {
        string name = member.ReferenceName, path = prefix + name;
        string? view = member.View;
        if (!IsIdentifier(name))
        {
            string free = Unique(prefix + Suggest(name, member.NumberedName), view);
            member.Arguments.Tell(_problems, RuleIds.NameNotIdentifier, "Name", name, free.Substring(prefix.Length));
            return free;
        }

        string identifier = IdentifierOf(path);
        string? taker = TakerOf(identifier, view)
            ?? ((prefix.Length > 0 || _type is null) && name == PortSpec.InputName ? "what the block reads" : null)
            ?? (view is null ? null : AccessorOf(identifier));
        if (taker is not null)
        {
            Report(RuleIds.NameTaken, identifier, taker);
            return Unique(path + (member is BlockDraft ? "Block" : "Layer"), view);
        }

        if (!TryTake(path))
        {
            Report(RuleIds.NameUsedTwice, identifier);
            return Unique(prefix + member.NumberedName, view);
        }

        return path;

        // A name in a block that collides outside of it is the matter of its use.
        void Report(string ruleId, params object[] arguments) => _problems.Add(ruleId, member.Arguments, "Name", arguments);
    }

    /// <summary>A property keeps the names of a getter and a setter for itself, although layers have no setter.</summary>
    private string? AccessorOf(string identifier) =>
        identifier.StartsWith("get_", StringComparison.Ordinal) ? Of("the getter of the layer", identifier.Substring("get_".Length))
        : identifier.StartsWith("set_", StringComparison.Ordinal) ? Of("the setter that C# reserves for the layer", identifier.Substring("set_".Length))
        : null;

    private string? Of(string accessor, string layer) =>
        _scope.Members.Exists(member => member.View is not null && member.ReferenceName == layer) ? $"{accessor} {layer}" : null;

    private string? TakerOf(string identifier, string? view) => _type is null ? null
        : ReservedNames.TakerOf(identifier, _type, view)
            ?? (view is null ? null : _takerOf(identifier));

    /// <summary>A path in code.</summary>
    public static string IdentifierOf(string path) => path.Replace('.', '_');

    private bool TryTake(string path)
    {
        string identifier = IdentifierOf(path);
        return !_inCode.Contains(identifier) && _inFiles.Add(path) && _inCode.Add(identifier);
    }

    /// <summary>Keywords would have to be escaped wherever the name is used, which nobody means.</summary>
    private static bool IsIdentifier(string name) =>
        SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None;

    private static string Suggest(string name, string numbered)
    {
        string letters = new([.. name.Select(c => SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_')]);
        string trimmed = letters.Trim('_');
        if (trimmed.Length == 0)
            return numbered;
        if (IsIdentifier(trimmed))
            return trimmed;

        string prefixed = "_" + trimmed;
        return IsIdentifier(prefixed) ? prefixed : numbered;
    }

    private string Unique(string path, string? view)
    {
        string candidate = path;
        for (int i = 2; TakerOf(IdentifierOf(candidate), view ?? WeightOptions.View) is not null || !TryTake(candidate); i++)
            candidate = path + "_" + NumberText.Of(i);
        return candidate;
    }
}
