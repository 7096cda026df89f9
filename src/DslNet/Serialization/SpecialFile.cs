namespace DslNet;

/// <summary>Tells what is no ordinary file, such as a device, and is to be written where it is: nothing may be renamed over it.</summary>
internal static class SpecialFile
{
    /// <summary>Whether a path names one.</summary>
    /// <param name="file">A full path, without links but those of <see cref="ProcessLink"/>.</param>
    public static bool Is(string file)
    {
        if (OperatingSystem.IsWindows())
            return file.StartsWith(@"\\.\", StringComparison.Ordinal);

        // What the kernel shows there is never a file on a disk, but what lies behind the folders of a process may be one.
        if (file.StartsWith("/proc/", StringComparison.Ordinal) && !ProcessLink.LeadsTo(file))
            return true;

        // By its name where its kind is not to be known, or where it does not exist: a device that is misspelt is no new file.
        return FileStatus.Of(file) is { } status
            ? !status.IsOrdinary
            : file.StartsWith("/dev/", StringComparison.Ordinal) && !file.StartsWith("/dev/shm/", StringComparison.Ordinal);
    }
}
