namespace DslNet;

/// <summary>Follows symbolic links as the operating system does, also those of folders, and those that lead to nothing yet.</summary>
internal static class Links
{
    /// <summary>As many as Linux follows.</summary>
    private const int MostLinks = 40;

    /// <summary>The path that is left when all links are followed, but those of <see cref="ProcessLink.Keeps"/>.</summary>
    /// <param name="path">A full path.</param>
    /// <param name="shown">What the caller gave, for messages.</param>
    /// <exception cref="IOException">The links go round in a circle.</exception>
    public static string Follow(string path, string shown)
    {
        // Windows itself resolves .. in a link before it looks at folders.
        if (OperatingSystem.IsWindows())
            return new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

        // The .. of a link is that of the folder it is truly in: so the path is taken name by name, from the root.
        var names = new Stack<string>(Names(path));
        string current = "/";
        int followed = 0;
        while (names.TryPop(out string? name))
        {
            if (name is "" or ".")
                continue;
            if (name == "..")
            {
                current = Path.GetDirectoryName(current) ?? "/";
                continue;
            }

            string next = Path.Combine(current, name);
            if (new FileInfo(next).LinkTarget is not { } target || ProcessLink.Keeps(next, isLast: names.Count == 0))
            {
                current = next;
                continue;
            }

            if (++followed > MostLinks)
                throw new IOException($"{shown} cannot be saved: its symbolic links go round in a circle, or there are more than {MostLinks}. Correct the links.");
            foreach (string part in Names(target))
                names.Push(part);
            if (Path.IsPathRooted(target))
                current = "/";
        }

        return current;
    }

    /// <summary>The last one first.</summary>
    private static IEnumerable<string> Names(string path) => path.Split('/').Reverse();
}
