using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Diagnostics;

/// <summary>Makes descriptors that all look alike: the help link follows from the id, and arguments have names.</summary>
internal static class DiagnosticDescriptorHelper
{
    private const string DocumentationRoot = "https://github.com/dslnet/dslnet/blob/main/docs/rules/";

    /// <param name="id">The rule's id, a member of <see cref="RuleIds"/>.</param>
    /// <param name="title">What is wrong, in general.</param>
    /// <param name="messageFormat">The fact, then the remedy; arguments by name in braces.</param>
    /// <param name="category">The category, one for each range of ids.</param>
    /// <param name="severity">How it is shown unless the user configures it. An error cannot be configured: without it a network would be empty, and nobody told.</param>
    /// <param name="argumentNames">
    /// The names of the arguments in the order in which they are reported. Each diagnostic carries them as properties,
    /// for code fixes, so that there may be more than the message shows; the descriptor keeps them as tags.
    /// </param>
    public static DiagnosticDescriptor Create(
        string id, string title, string messageFormat, string category, DiagnosticSeverity severity, params string[] argumentNames)
    {
        for (int i = 0; i < argumentNames.Length; i++)
            messageFormat = messageFormat.Replace("{" + argumentNames[i] + "}", Invariant($"{{{i}}}"));

        return new DiagnosticDescriptor(
            id, title, messageFormat, category, severity, isEnabledByDefault: true,
            helpLinkUri: DocumentationRoot + id + ".md",
            customTags: severity == DiagnosticSeverity.Error ? [.. argumentNames, WellKnownDiagnosticTags.NotConfigurable] : argumentNames);
    }

    /// <summary>The names of a rule's arguments, in the order in which they are reported.</summary>
    public static IEnumerable<string> ArgumentNames(DiagnosticDescriptor rule) => rule.CustomTags.Where(tag => tag != WellKnownDiagnosticTags.NotConfigurable);
}
