using Microsoft.Win32.SafeHandles;

namespace DslNet.AspNetCore;

/// <summary>What changes when a file does. Links are followed, also those of folders on the way: mounted volumes exchange one for another.</summary>
/// <param name="Written">When it was written.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Content">A hash of its beginning and its end, for this process only: all files of a network are equally long, and copies may keep the time.</param>
internal readonly record struct FileStamp(DateTime Written, long Length, int Content)
{
    private const int Read = 4096;

    // File systems count in steps of some milliseconds.
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether the file was written just now: it may be written again and have the same stamp.</summary>
    public bool IsFreshAt(DateTime now) => (now - Written).Duration() < s_step;

    /// <summary>The stamp of a file, or a stamp of its own where there is none or it cannot be read.</summary>
    public static FileStamp Of(string path)
    {
        try
        {
            using SafeFileHandle file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
            long length = RandomAccess.GetLength(file);
            HashCode content = new();
            Span<byte> bytes = stackalloc byte[Read];
            content.AddBytes(bytes[..RandomAccess.Read(file, bytes, 0)]);
            content.AddBytes(bytes[..RandomAccess.Read(file, bytes, Math.Max(0, length - Read))]);
            return new(File.GetLastWriteTimeUtc(file), length, content.ToHashCode());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }
}
