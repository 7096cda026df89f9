using System.Collections.Immutable;
using DslNet.Generators.Diagnostics;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>Gathers what is wrong with a network.</summary>
internal sealed class ProblemList
{
    /// <summary>The property of problems that are reported where a block is used: a fix has nothing to write there.</summary>
    public const string InBlock = "InBlock";

    private readonly List<Diagnostic> _problems = [];

    /// <summary>
    /// Whether the network cannot be built: an error was found here, or one was left out because it follows from
    /// another, or the compiler has one to tell.
    /// </summary>
    public bool HasErrors { get; private set; }

    /// <summary>Whether the compiler has an error to tell of an attribute, or would have one without generated code.</summary>
    public bool HasUnreadable { get; private set; }

    public void Add(string ruleId, Location location, object[] messageArguments, ShapeCertainty certainty = ShapeCertainty.Known) =>
        Add(ruleId, location, null, messageArguments, certainty, isInBlock: false);

    /// <summary>Adds what is wrong with an attribute.</summary>
    /// <param name="ruleId">The rule's id.</param>
    /// <param name="arguments">The attribute.</param>
    /// <param name="argument">The argument at fault, or null for the whole attribute.</param>
    /// <param name="messageArguments">What the message takes.</param>
    /// <param name="certainty">How much of the shapes is known.</param>
    public void Add(string ruleId, AttributeArguments arguments, string? argument, object[] messageArguments, ShapeCertainty certainty = ShapeCertainty.Known)
    {
        // A repeated block has the same mistake in each turn.
        Location location = arguments.LocationOf(argument);
        if (arguments.IsRepeated && _problems.Any(problem => problem.Id == ruleId && problem.Location == location))
            LeaveOut(ruleId);
        else
            Add(ruleId, location, arguments.LocationInBlockOf(argument), messageArguments, certainty, arguments.IsOfBlock);
    }

    private void Add(string ruleId, Location location, Location? inBlock, object[] messageArguments, ShapeCertainty certainty, bool isInBlock)
    {
        DiagnosticDescriptor rule = Rules.Get(ruleId);
        ImmutableDictionary<string, string?>.Builder properties = ImmutableDictionary.CreateBuilder<string, string?>();
        int named = 0;
        foreach (string name in DiagnosticDescriptorHelper.ArgumentNames(rule))
        {
            if (MessageText.PropertyOf(messageArguments[named++], certainty) is { } value)
                properties.Add(name, value);
        }

        if (isInBlock)
            properties.Add(InBlock, "true");
        object[] texts = [.. messageArguments.Select(argument => MessageText.Of(argument, certainty))];
        _problems.Add(Diagnostic.Create(rule, location, inBlock is null ? null : [inBlock], properties.ToImmutable(), texts));
        LeaveOut(ruleId);
    }

    /// <summary>Notes a problem that is not told because it follows from another.</summary>
    public void LeaveOut(string ruleId) => HasErrors |= Rules.IsError(ruleId);

    /// <summary>Notes an attribute that cannot be read; the compiler tells why.</summary>
    public void AddUnreadable() => HasErrors = HasUnreadable = true;

    /// <summary>Whether the compiler has an error to tell of a method that an attribute names, or would have one without generated code.</summary>
    public bool HasUnreadableBody { get; private set; }

    /// <summary>Notes a method whose body cannot be read; the compiler tells why.</summary>
    public void AddUnreadableBody() => HasErrors = HasUnreadableBody = true;

    /// <summary>Reports the problems in the order of the source.</summary>
    public void ReportTo(Action<Diagnostic> report)
    {
        foreach (Diagnostic problem in ToImmutable())
            report(problem);
    }

    /// <summary>The problems in the order of the source.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() =>
        [.. _problems.OrderBy(problem => problem.Location.SourceSpan.Start).ThenBy(problem => problem.Id, StringComparer.Ordinal)];
}
