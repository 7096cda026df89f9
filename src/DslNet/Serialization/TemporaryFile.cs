namespace DslNet;

/// <summary>
/// The file that is written before it takes another's place. It is locked while it is written, so that the next save of the same path can tell
/// the files of those that were killed, and delete them, from the files of those that still write.
/// </summary>
internal static class TemporaryFile
{
    private const string Suffix = ".dslnet-tmp";
    private const int RandomLength = 8;

    /// <summary>So that the whole name stays below the 255 bytes that file systems allow: a character takes three at most.</summary>
    private const int LongestName = 60;

    private const int MostAttempts = 100;

    /// <summary>Of all files of a folder, which may be many: the others are passed over before anything is made of them.</summary>
    private static readonly EnumerationOptions s_all = new() { MatchType = MatchType.Simple, MatchCasing = MatchCasing.CaseSensitive, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Creates it in the target's folder, locked.</summary>
    /// <param name="target">What it is to replace.</param>
    /// <param name="path">Its path, also where creating it fails.</param>
    public static FileStream Create(SaveTarget target, ref string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };

        // From the beginning: nobody may read meanwhile what nobody could read before.
        if (!OperatingSystem.IsWindows() && target.Mode is { } mode)
            options.UnixCreateMode = mode;
        for (int attempt = 1; ; attempt++)
        {
            path = Path.Combine(target.Folder, $"{Start(target)}{Path.GetRandomFileName()[..RandomLength]}{Suffix}");
            try
            {
                return new FileStream(path, options);
            }
            catch (IOException) when (attempt < MostAttempts && File.Exists(path))
            {
                // The name is taken, or another save looked at the file before it was locked: that one deletes it.
                TryDelete(path);
            }
        }
    }

    /// <summary>Deletes what was left by processes that were killed while they saved to the same path.</summary>
    public static void DeleteLeftovers(SaveTarget target)
    {
        string start = Start(target);
        int length = start.Length + RandomLength + Suffix.Length;
        try
        {
            foreach (string path in Directory.EnumerateFiles(target.Folder, "*" + Suffix, s_all))
            {
                ReadOnlySpan<char> name = Path.GetFileName(path.AsSpan());
                if (name.Length == length && name.StartsWith(start, StringComparison.Ordinal) && !IsLocked(path))
                    TryDelete(path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder may allow files to be created and not to be listed. Whatever else is wrong with it, the save itself tells.
        }
    }

    /// <summary>Deletes a temporary file. One that cannot be deleted now is a leftover for the next save.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static bool IsLocked(string path)
    {
        try
        {
            // Shared with all who read: it may be renamed over the target in this moment.
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's: not for this process to judge.
            return true;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static string Start(SaveTarget target)
    {
        string name = Path.GetFileName(target.File);
        int length = Math.Min(name.Length, LongestName);
        if (length < name.Length && char.IsHighSurrogate(name[length - 1]))
            length--;
        return $".{name[..length]}.";
    }
}
