namespace DslNet;

/// <summary>Writes files that are there wholly or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>
    /// Writes beside the target and renames over it, so that a file that is there already survives whatever goes wrong: an
    /// exception, a full disk, a loss of power.
    /// </summary>
    public static void Write(string path, Action<Stream> write)
    {
        string target = Path.GetFullPath(path);
        string temporary = Path.Combine(Path.GetDirectoryName(target) ?? target, $".{Path.GetRandomFileName()}.tmp");
        var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        try
        {
            using (stream)
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
