using System.Text;

namespace DslNet.Search;

/// <summary>
/// A file of lines that several processes append to and read, on one machine or over a network file system. Locks are ranges of the file behind its end: the kernel releases them when a process
/// ends, however it ends.
/// </summary>
internal sealed class Journal : IDisposable
{
    // Locks of POSIX belong to a process, and closing any handle of a file releases all that the process has on it: so a process has one.
    private static readonly HashSet<string> s_open = new(StringComparer.Ordinal);

    private const long Mutex = 1L << 60, Trials = 1L << 50;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);

    private readonly FileStream _file;
    private readonly string _path;
    private readonly byte[] _header;
    private long _read;
    private long _lines;

    /// <summary>Opens a journal, or creates it.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="header">What its first line is to be.</param>
    /// <exception cref="InvalidOperationException">This process has it open.</exception>
    public Journal(string path, string header)
    {
        _path = Path.GetFullPath(path);
        _header = Encoding.UTF8.GetBytes(header);
        lock (s_open)
        {
            if (!s_open.Add(_path))
                throw new InvalidOperationException($"{path} is open in this process already. Share one Search, and call Run with several workers; or start further processes.");
        }

        try
        {
            _file = new(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        }
        catch
        {
            Forget();
            throw;
        }
    }

    /// <summary>How long it is waited for another process that writes. None holds the lock for longer than it takes to read and to write some lines.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Does something that no other process does meanwhile.</summary>
    /// <exception cref="TimeoutException">Another process did not end in time.</exception>
    public void Exclusively(Action action)
    {
        lock (_file)
        {
            long start = Environment.TickCount64;
            while (!TryLock(Mutex))
            {
                if (Environment.TickCount64 - start > Patience.TotalMilliseconds)
                    throw new TimeoutException($"Another process has had the lock of {_path} for {Patience.TotalSeconds:F0} s. See whether it hangs, and end it.");
                Thread.Sleep(s_pause);
            }

            try
            {
                action();
            }
            finally
            {
                Unlock(Mutex);
            }
        }
    }

    /// <summary>The whole lines that came since the last call.</summary>
    /// <exception cref="InvalidDataException">The file is no journal; or it got shorter.</exception>
    public IEnumerable<(long Number, string Text)> ReadNew()
    {
        if (_file.Length < _read)
            throw new InvalidDataException($"{_path} got shorter, from {_read} bytes to {_file.Length}, while it was in use. Let nothing but searches write it.");
        byte[] bytes = new byte[_file.Length - _read];
        _file.Position = _read;
        _file.ReadExactly(bytes);
        int whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        if (_read == 0)
            RequireJournal(bytes, whole);
        _read += whole;
        string[] lines = Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.None);
        return [.. lines.Take(lines.Length - 1).Select(line => (++_lines, line))];
    }

    /// <summary>Removes a last line without an end, which a process wrote that was killed meanwhile. To be called when the lines before it are known to be a journal's.</summary>
    public void RemoveRest()
    {
        if (_file.Length > _read)
            _file.SetLength(_read);
    }

    /// <summary>Of a file that somebody else wrote, given by mistake, nothing is removed: without a whole line, it is a journal only if it is the beginning of this one's header.</summary>
    private void RequireJournal(ReadOnlySpan<byte> bytes, int whole)
    {
        if (whole > 0 ? !bytes.StartsWith(JournalLine.Beginning) : !_header.AsSpan().StartsWith(bytes))
            throw new InvalidDataException($"{_path} is no journal of a search. Use another file; this one was left as it is.");
    }

    /// <summary>Writes a line, which is on the disk when this returns.</summary>
    public void Append(string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line + "\n");
        _file.Position = _file.Length;
        _file.Write(bytes);
        _file.Flush(flushToDisk: true);
    }

    /// <summary>Marks a trial as one that this process runs. False where another process does, and lives.</summary>
    public bool TryHold(int trial) => TryLock(Trials + trial);

    /// <summary>Ends that.</summary>
    public void Release(int trial) => Unlock(Trials + trial);

    public void Dispose()
    {
        _file.Dispose();
        Forget();
    }

    private void Forget()
    {
        lock (s_open)
            s_open.Remove(_path);
    }

    private bool TryLock(long position)
    {
        if (OperatingSystem.IsMacOS() || OperatingSystem.IsIOS() || OperatingSystem.IsTvOS() || OperatingSystem.IsFreeBSD())
            throw new PlatformNotSupportedException("Journals need locks of ranges of files, which .NET has on Linux and on Windows.");
        try
        {
            _file.Lock(position, 1);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Unlock(long position)
    {
        if (!OperatingSystem.IsMacOS() && !OperatingSystem.IsIOS() && !OperatingSystem.IsTvOS() && !OperatingSystem.IsFreeBSD())
            _file.Unlock(position, 1);
    }
}
