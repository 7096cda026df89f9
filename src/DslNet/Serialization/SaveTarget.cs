namespace DslNet;

/// <summary>Where a save goes: the file behind what the caller named, and what is to be kept of it.</summary>
internal sealed class SaveTarget
{
    // Linux's and macOS's numbers of errors, and Windows's.
    private const int Busy = 16, DiskFull = 28, ReadOnlyFileSystem = 30, LinuxQuotaExceeded = 122, MacQuotaExceeded = 69;
    private const int WindowsDiskFull = unchecked((int)0x80070070), WindowsHandleDiskFull = unchecked((int)0x80070027);

    private readonly string _path;
    private readonly bool _isSpecial;
    private readonly bool _exists;
    private readonly FileOwner? _owner;

    private SaveTarget(string path, string file, bool isSpecial)
    {
        (_path, File, _isSpecial) = (path, file, isSpecial);
        Folder = Path.GetDirectoryName(file) ?? file;
        _exists = System.IO.File.Exists(file);
        if (_exists && !isSpecial && !OperatingSystem.IsWindows())
            (Mode, _owner) = (System.IO.File.GetUnixFileMode(file), FileOwner.Of(file));
    }

    /// <summary>The full path of the file, with links followed.</summary>
    public string File { get; }

    /// <summary>The folder of the file.</summary>
    public string Folder { get; }

    /// <summary>The permissions of the file that is there already.</summary>
    public UnixFileMode? Mode { get; }

    /// <summary>Finds the file, and refuses what cannot be one.</summary>
    /// <exception cref="IOException">There is no such folder, or the path names one.</exception>
    public static SaveTarget Of(string path)
    {
        string full = Path.GetFullPath(path);
        string file = OperatingSystem.IsWindows() && SpecialFile.Is(full) ? full : Links.Follow(full, path);
        if (Path.EndsInDirectorySeparator(path) || Directory.Exists(file))
            throw new IOException($"{path} names a folder. Give the name of a file in it, such as {Path.Combine(path, "network.safetensors")}.");
        if (SpecialFile.Is(file))
            return new(path, full, isSpecial: true);
        SaveTarget target = new(path, file, isSpecial: false);
        if (!Directory.Exists(target.Folder))
            throw target.NoFolder(full);
        return target;
    }

    /// <summary>A stream to what is no ordinary file, or null; a file that must not be written is refused.</summary>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public Stream? OpenDirectly()
    {
        if (!_isSpecial && !_exists)
            return null;
        FileStream stream;
        try
        {
            // Renaming asks for no right to the file that it replaces: so it is asked for here.
            stream = new FileStream(File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnauthorizedAccessException($"{_path} must not be written: it is read-only, or belongs to another user. Make it writable, or save to another file.", exception);
        }
        catch (FileNotFoundException exception)
        {
            if (_isSpecial)
                throw new FileNotFoundException($"{_path} cannot be saved: there is no such device. Correct the path, or save to a folder of files.", _path, exception);

            // Deleted in this moment.
            return null;
        }
        catch (IOException exception) when (!_isSpecial)
        {
            throw Failure(exception, File);
        }

        if (_isSpecial || !stream.CanSeek)
            return stream;
        stream.Dispose();
        return null;
    }

    /// <summary>Gives a new file the owner of the old one, where this process may do so, and its permissions, whatever the process's mask.</summary>
    public void CopyOwnerAndMode(FileStream stream)
    {
        if (OperatingSystem.IsWindows() || Mode is not { } mode)
            return;

        // The owner first: to change it takes some permissions away.
        if (_owner is { } owner && FileOwner.Of(stream.Name) is { } current && current != owner && !owner.TrySet(stream.SafeFileHandle) && current.Group != owner.Group)
            mode = WithGroupAsOthers(mode);

        // Only where it differs: some file systems have one mode for all files and refuse to set it.
        if (System.IO.File.GetUnixFileMode(stream.SafeFileHandle) != mode)
            System.IO.File.SetUnixFileMode(stream.SafeFileHandle, mode);
    }

    /// <summary>Lets a temporary file take the place of the file.</summary>
    public void ReplaceBy(string temporary)
    {
        if (!OperatingSystem.IsWindows() || !System.IO.File.Exists(File))
        {
            System.IO.File.Move(temporary, File, overwrite: true);
            return;
        }

        try
        {
            // Keeps attributes, access control list and time of creation, which renaming would not.
            System.IO.File.Replace(temporary, File, destinationBackupFileName: null, ignoreMetadataErrors: true);
        }
        catch (IOException) when (System.IO.File.Exists(temporary))
        {
            // Some file systems cannot; and where it stopped half-way, the old file is gone and the new one still under its temporary name.
            System.IO.File.Move(temporary, File, overwrite: true);
        }
    }

    /// <summary>What to throw for a failure, in terms of the path that the caller gave.</summary>
    public Exception Failure(Exception exception, string temporary)
    {
        if (exception is UnauthorizedAccessException)
        {
            return new UnauthorizedAccessException(
                $"{_path} cannot be saved: this process must not create or replace files in {Folder}. Allow it to, or save to another folder.", exception);
        }

        string state = _exists ? "the file that was there is unchanged" : "no file was left";
        return new IOException($"{_path} could not be saved; {state}. {Reason(exception, temporary)}", exception) { HResult = exception.HResult };
    }

    private string Reason(Exception exception, string temporary) => exception.HResult switch
    {
        DiskFull or WindowsDiskFull or WindowsHandleDiskFull => "The disk is full.",
        LinuxQuotaExceeded when OperatingSystem.IsLinux() => "The user's disk quota is used up.",
        MacQuotaExceeded when OperatingSystem.IsMacOS() => "The user's disk quota is used up.",
        ReadOnlyFileSystem when !OperatingSystem.IsWindows() => "The file system is read-only.",
        Busy when !OperatingSystem.IsWindows() => "It is mounted by itself, as containers do, and so cannot be replaced: mount its folder instead.",
        _ => exception.Message.Replace(temporary, File, StringComparison.Ordinal),
    };

    /// <summary>What the old group was allowed is not for another one.</summary>
    private static UnixFileMode WithGroupAsOthers(UnixFileMode mode)
    {
        const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        const UnixFileMode Group = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;
        return mode & ~(Group | UnixFileMode.SetGroup) | (UnixFileMode)((int)(mode & Others) << 3);
    }

    private IOException NoFolder(string full)
    {
        string subject = File == full ? $"{_path} cannot be saved:" : $"{_path} cannot be saved: links lead to {File}, but";
        return System.IO.File.Exists(Folder)
            ? new IOException($"{subject} {Folder} is a file, not a folder. Save to another folder.")
            : new DirectoryNotFoundException($"{subject} the folder {Folder} does not exist. Create it first (Directory.CreateDirectory), or correct the path.");
    }
}
