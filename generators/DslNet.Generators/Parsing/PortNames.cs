using DslNet.Generators.Model;
using DslNet.Generators.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Parsing;

/// <summary>Names the ports: as declared, or by what they are for.</summary>
internal static class PortNames
{
    /// <summary>What parameters and members of the methods are called that take a port each.</summary>
    private static readonly HashSet<string> s_reserved = new(FirstLetterComparer.Instance) { "Count", "Samples", "Step", "Optimizer", "Passed", "Loss" };

    private const string Input = "an input", Output = "an output";

    private static readonly string[] s_besideInput = ["Gradient"], s_besideOutput = ["Targets", "Labels", "Weights"];

    public static void Assign(NetworkDraft draft, ProblemList problems)
    {
        Dictionary<string, string> owners = new(FirstLetterComparer.Instance);
        if (draft.HasNamedPorts)
        {
            foreach (LayerDraft layer in draft.Layers)
                owners[layer.Name] = "a layer";
        }

        foreach (PortDraft input in draft.Inputs)
            input.UsedName = Choose(input, input.IsOfTokens ? PortSpec.TokensName : PortSpec.InputName, Input, owners, problems);
        foreach (PortDraft output in draft.Outputs)
            output.UsedName = Choose(output, PortSpec.OutputName, Output, owners, problems);
    }

    private static string Choose(PortDraft port, string unnamed, string kind, Dictionary<string, string> owners, ProblemList problems)
    {
        if (port.Name is not { } name)
            return unnamed;
        if (!SyntaxFacts.IsValidIdentifier(name) || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || s_reserved.Contains(name))
        {
            string reason = s_reserved.Contains(name) ? "methods have a parameter of this name" : "it is no C# identifier, and inputs and outputs become parameters";
            problems.Add(RuleIds.PortNameTaken, port.Arguments.LocationOf("Name"), [name, kind, reason]);
            return Unique(unnamed, owners, kind);
        }

        if (!owners.TryGetValue(name, out string? owner))
        {
            // Beside an output are its targets, labels and weights, beside an input is its gradient: fields of the same struct.
            string[] beside = [.. (kind == Output ? s_besideOutput : s_besideInput).Select(suffix => name + suffix)];
            if (beside.FirstOrDefault(field => owners.TryGetValue(field, out string? other) && other != "a layer") is { } taken)
            {
                problems.Add(RuleIds.PortNameTaken, port.Arguments.LocationOf("Name"), [name, kind, $"{owners[taken]} is called {taken}, as what comes with {name}"]);
                return Unique(name, owners, kind);
            }

            foreach (string field in beside)
                owners[field] = $"what comes with {name}";
            owners.Add(name, kind);
            return name;
        }

        problems.Add(
            RuleIds.PortNameTaken, port.Arguments.LocationOf("Name"),
            [name, kind, owner == kind ? $"another {kind.Substring(kind.IndexOf(' ') + 1)} is called so" : $"{owner} is called so"]);
        return Unique(name, owners, kind);
    }

    private static string Unique(string name, Dictionary<string, string> owners, string kind)
    {
        string candidate = name;
        for (int i = 2; owners.ContainsKey(candidate); i++)
            candidate = name + NumberText.Of(i);
        owners.Add(candidate, kind);
        return candidate;
    }
}
