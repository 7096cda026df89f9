using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Remedies;

/// <summary>
/// What mends a broken rule. It is told as changes of the text, so that everything around them, comments and line breaks
/// included, stays as the user wrote it.
/// </summary>
internal abstract class Remedy
{
    /// <summary>Tells the remedy from others for the same rule when all places are mended at once.</summary>
    public string Key => GetType().Name;

    /// <summary>Whether it may mend all places at once without a look at each; not if what it gives is another network.</summary>
    public virtual bool MendsAll => true;

    /// <summary>What is offered.</summary>
    public abstract string TitleFor(SourceFile file, Diagnostic diagnostic);

    /// <summary>Whether it mends this place without any doubt; otherwise it is not offered.</summary>
    public virtual bool IsCertain(SourceFile file, Diagnostic diagnostic) => true;

    /// <summary>The changes that mend these places, in one file.</summary>
    public virtual IEnumerable<TextChange> ChangesFor(SourceFile file, IReadOnlyList<Diagnostic> diagnostics) =>
        diagnostics.SelectMany(diagnostic => ChangesFor(file, diagnostic));

    /// <summary>The changes that mend one place.</summary>
    protected abstract IEnumerable<TextChange> ChangesFor(SourceFile file, Diagnostic diagnostic);

    /// <summary>What the analyzer found, by the name that the rule gives it.</summary>
    protected static string Property(Diagnostic diagnostic, string name) =>
        diagnostic.Properties.TryGetValue(name, out string? value) ? value ?? "" : "";

    protected static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);
}
