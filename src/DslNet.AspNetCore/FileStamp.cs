namespace DslNet.AspNetCore;

/// <summary>What changes when a file does.</summary>
internal readonly record struct FileStamp(DateTime Written, long Length)
{
    // File systems count in steps of some milliseconds.
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether the file was written just now: it may be written again and have the same stamp.</summary>
    public bool IsFreshAt(DateTime now) => (now - Written).Duration() < s_step;

    /// <summary>The stamp of a file, or a stamp of its own where there is none.</summary>
    public static FileStamp Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new(file.LastWriteTimeUtc, file.Length) : default;
    }
}
