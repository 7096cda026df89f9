namespace DslNet;

/// <summary>Writes files that are there wholly or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>How often a save begins again when its temporary file is taken away from it.</summary>
    private const int MostAttempts = 100;

    /// <summary>
    /// Writes a temporary file beside the target and renames it over the target, so that a file that is there already survives whatever goes wrong: an
    /// exception, a full disk, the end of the process, a loss of power. Of several that save to one path at once, in one process or many,
    /// the last one wins, and readers see the whole file of one of them.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The data reach the disk before the file is renamed (fsync). The rename itself may reach it later: after a loss of power there is
    /// the old file or the new one.
    /// </para>
    /// <para>
    /// Symbolic links are followed, and the file they lead to is replaced. Its Unix mode is kept, on Linux its owner and group as far as this process may set them,
    /// and on Windows its attributes and access control list. Other hard links to it keep the old content. What is no ordinary file, such as a device or a pipe, is written directly, and so is
    /// what /dev/stdout or another open descriptor leads to.
    /// </para>
    /// </remarks>
    public static void Write(string path, Action<Stream> write)
    {
        SaveTarget target = SaveTarget.Of(path);
        using (Stream? stream = target.OpenDirectly())
        {
            if (stream is not null)
            {
                write(stream);

                // Behind a descriptor, such as that of a redirected /dev/stdout, may be an ordinary file that was longer. A device has no length.
                if (stream.CanSeek && stream.Length > stream.Position)
                    stream.SetLength(stream.Position);
                return;
            }
        }

        TemporaryFile.DeleteLeftovers(target);
        for (int attempt = 1; !TryWrite(target, write, mayVanish: attempt < MostAttempts); attempt++)
        {
        }
    }

    /// <summary>Whether the file was written; if not, another process took the temporary file for one that was left behind.</summary>
    private static bool TryWrite(SaveTarget target, Action<Stream> write, bool mayVanish)
    {
        string temporary = "";
        try
        {
            using (FileStream stream = TemporaryFile.Create(target, ref temporary))
            {
                write(stream);
                target.CopyOwnerAndMode(stream);
                stream.Flush(flushToDisk: true);
            }

            target.ReplaceBy(temporary);
            return true;
        }
        catch (FileNotFoundException) when (mayVanish)
        {
            return false;
        }
        catch (Exception exception)
        {
            TemporaryFile.TryDelete(temporary);
            if (exception is IOException or UnauthorizedAccessException)
                throw target.Failure(exception, temporary);
            throw;
        }
    }
}
