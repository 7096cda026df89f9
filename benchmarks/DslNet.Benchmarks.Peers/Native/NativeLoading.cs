using System.Text.RegularExpressions;

namespace DslNet.Benchmarks.Native;

/// <summary>Says in one line why a native library does not load.</summary>
internal static partial class NativeLoading
{
    /// <summary>Does what loads a library for the first time.</summary>
    /// <param name="library">The library's name for people.</param>
    /// <param name="remedy">How to get it.</param>
    /// <param name="load">What loads it.</param>
    /// <exception cref="BenchmarkException">It cannot be loaded.</exception>
    public static T Run<T>(string library, string remedy, Func<T> load)
    {
        try
        {
            return load();
        }
        catch (Exception e) when (Cause(e) is { } cause)
        {
            throw new BenchmarkException($"{library} cannot be loaded: {cause}. {remedy}", e);
        }
    }

    /// <summary>What the loader says is missing; null for any other failure, which is nobody's to explain away.</summary>
    private static string? Cause(Exception e)
    {
        Exception last = e;
        while (last is TypeInitializationException && last.InnerException is { } inner)
            last = inner;

        // TorchSharp's own exception for this.
        if (last is not (DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or NotSupportedException))
            return null;
        Match missing = MissingDependency().Match(last.ToString());
        return missing.Success ? missing.Value : FirstSentence().Match(last.Message).Value;
    }

    // A library that another one wants is told by its name alone; the paths that were tried say nothing.
    [GeneratedRegex(@"(?<=^|\s)lib[^/\s:]+: cannot open shared object file|version `[^']+' not found", RegexOptions.Multiline)]
    private static partial Regex MissingDependency();

    [GeneratedRegex(@"^.*?(?=\.\s|\.?$)", RegexOptions.Multiline)]
    private static partial Regex FirstSentence();
}
