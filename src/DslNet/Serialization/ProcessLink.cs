using System.Globalization;

namespace DslNet;

/// <summary>
/// The links in Linux's /proc that lead to what a process has open, not to a path: /proc/7/cwd, /proc/7/root, /proc/7/fd/1. The path that such a link shows
/// may be that of another file here, since the process may see other file systems, or of none any more.
/// </summary>
internal static class ProcessLink
{
    /// <summary>Whether a link is to be kept in a path, for the system to follow. Those to folders of this process may be followed by their text.</summary>
    /// <param name="path">The full path of a link.</param>
    /// <param name="isLast">Whether it is the end of the path. Then a descriptor is written itself: who opened the file looks for the content in that one.</param>
    public static bool Keeps(string path, bool isLast) =>
        Read(path) is (int process, bool isDescriptor, 0) && (process != Environment.ProcessId || (isDescriptor && isLast));

    /// <summary>Whether a path goes on behind such a link.</summary>
    public static bool LeadsTo(string path) => Read(path) is (_, _, > 0);

    /// <summary>Whose link is at the beginning of a path, whether it is a descriptor, and how many names follow; null if none is.</summary>
    private static (int Process, bool IsDescriptor, int Following)? Read(string path)
    {
        // Empty, proc, the process; perhaps task and the thread; the link.
        string[] names = path.Split('/');
        if (!OperatingSystem.IsLinux() || names.Length < 4 || names[1] != "proc" || !int.TryParse(names[2], NumberStyles.None, CultureInfo.InvariantCulture, out int process))
            return null;
        int place = names[3] == "task" ? 5 : 3;
        if (place >= names.Length)
            return null;
        int end = names[place] switch
        {
            "cwd" or "root" or "exe" => place + 1,
            "fd" or "map_files" => place + 2,
            _ => int.MaxValue,
        };
        return end <= names.Length ? (process, names[place] == "fd", names.Length - end) : null;
    }
}
