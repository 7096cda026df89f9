using System.Diagnostics;
using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Serialization;

/// <summary>What becomes of the file that was there, and what is said of places that are no file.</summary>
public class SavePlaceTests
{
    private static readonly byte[] s_saved = Safetensors.Of(StorageNetwork.Create(1));

    [Fact]
    public void A_file_that_exists_is_replaced_and_nothing_else_left()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["net.safetensors"], "something longer than nothing");
        Save(folder["net.safetensors"]);
        Assert.Equal(s_saved, File.ReadAllBytes(folder["net.safetensors"]));
        Assert.Equal(["net.safetensors"], folder.Files);
    }

    [Fact]
    public void A_file_that_exists_survives_a_failure()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["net.safetensors"], "the old one");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(folder["net.safetensors"], stream =>
        {
            stream.Write(new byte[100_000]);
            throw new InvalidOperationException("Something else.");
        }));
        Assert.Equal("the old one", File.ReadAllText(folder["net.safetensors"]));
        Assert.Equal(["net.safetensors"], folder.Files);
    }

    [Theory, InlineData(28, "The disk is full."), InlineData(30, "The file system is read-only."), InlineData(16, "It is mounted by itself, as containers do, and so cannot be replaced: mount its folder instead."), InlineData(5, "Input/output error : 'net.safetensors'")]
    public void A_failure_of_the_disk_is_told_of_the_path_that_was_given(int code, string reason)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The numbers are those of other systems.");
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["net.safetensors"], "the old one");
        IOException exception = Assert.Throws<IOException>(() => AtomicFile.Write(folder["net.safetensors"], stream =>
            throw new IOException($"Input/output error : '{((FileStream)stream).Name}'", code)));
        Assert.Equal(code, exception.HResult);
        Assert.Equal($"net.safetensors could not be saved; the file that was there is unchanged. {reason}", exception.Message.Replace(Path.GetDirectoryName(folder["x"])! + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
        Assert.Equal("the old one", File.ReadAllText(folder["net.safetensors"]));
        Assert.Equal(["net.safetensors"], folder.Files);
    }

    [Theory, InlineData(0x180), InlineData(0x1B6), InlineData(0x1FF), InlineData(0x1B0), InlineData(0x1A4), InlineData(0x920)]
    public void The_mode_is_kept(int mode)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["net.safetensors"], "the old one");
        File.SetUnixFileMode(folder["net.safetensors"], (UnixFileMode)mode);
        if (!CanWrite(folder["net.safetensors"]))
            return;
        UnixFileMode meanwhile = (UnixFileMode)mode;
        AtomicFile.Write(folder["net.safetensors"], stream =>
        {
            if (!OperatingSystem.IsWindows())
                meanwhile = File.GetUnixFileMode(((FileStream)stream).SafeFileHandle);
            stream.Write(s_saved);
        });
        Assert.Equal((UnixFileMode)mode, File.GetUnixFileMode(folder["net.safetensors"]));
        Assert.Equal(s_saved, File.ReadAllBytes(folder["net.safetensors"]));

        // Never more than the old one's, also while it is written.
        Assert.Equal((UnixFileMode)0, meanwhile & ~(UnixFileMode)mode);
    }

    [Fact]
    public void The_owner_is_kept()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root may give files away.");
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["net.safetensors"], "the old one");
        Run("chown", "12345:23456", folder["net.safetensors"]);
        Run("chmod", "2640", folder["net.safetensors"]);
        Save(folder["net.safetensors"]);
        Assert.Equal(s_saved, File.ReadAllBytes(folder["net.safetensors"]));
        Assert.Equal("12345:23456 2640", Run("stat", "-c", "%u:%g %a", folder["net.safetensors"]));
    }

    [Fact]
    public async Task A_pipe_is_written()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mkfifo is Linux's here.");
        using var folder = new TemporaryFolder();
        Run("mkfifo", folder["pipe"]);
        Task<byte[]> read = Task.Run(() =>
        {
            using var content = new MemoryStream();
            using FileStream pipe = File.OpenRead(folder["pipe"]);
            pipe.CopyTo(content);
            return content.ToArray();
        });
        Save(folder["pipe"]);
        Assert.Equal(s_saved, await read);
        Assert.Equal("fifo", Run("stat", "-c", "%F", folder["pipe"]));
        Assert.Equal(["pipe"], folder.Files);
    }

    [Fact]
    public void A_new_file_has_the_mode_of_new_files()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["other"], "");
        Save(folder["net.safetensors"]);
        Assert.Equal(File.GetUnixFileMode(folder["other"]), File.GetUnixFileMode(folder["net.safetensors"]));
    }

    [Fact]
    public void A_file_that_must_not_be_written_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["net.safetensors"], "the old one");
        File.SetAttributes(folder["net.safetensors"], FileAttributes.ReadOnly);
        try
        {
            Assert.SkipWhen(CanWrite(folder["net.safetensors"]), "This user may write everything.");
            Assert.Contains("net.safetensors must not be written", Assert.Throws<UnauthorizedAccessException>(() => Save(folder["net.safetensors"])).Message);
            Assert.Equal("the old one", File.ReadAllText(folder["net.safetensors"]));
            Assert.Equal(["net.safetensors"], folder.Files);
        }
        finally
        {
            File.SetAttributes(folder["net.safetensors"], FileAttributes.Normal);
        }
    }

    [Fact]
    public void A_folder_that_must_not_be_written_is_refused_by_the_name_that_was_given()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "This user may write everything.");
        using var folder = new TemporaryFolder();
        string closed = Directory.CreateDirectory(folder["closed"]).FullName;
        File.SetAttributes(closed, FileAttributes.ReadOnly);
        string message = Assert.Throws<UnauthorizedAccessException>(() => Save(Path.Combine(closed, "net.safetensors"))).Message;
        File.SetAttributes(closed, FileAttributes.Normal);
        Assert.StartsWith(Path.Combine(closed, "net.safetensors") + " cannot be saved", message, StringComparison.Ordinal);
        Assert.DoesNotContain("dslnet-tmp", message);
    }

    [Fact]
    public void A_missing_folder_is_told_by_the_name_that_was_given()
    {
        using var folder = new TemporaryFolder();
        string path = folder[Path.Combine("missing", "net.safetensors")];
        string message = Assert.Throws<DirectoryNotFoundException>(() => Save(path)).Message;
        Assert.StartsWith($"{path} cannot be saved: the folder {folder["missing"]} does not exist.", message, StringComparison.Ordinal);
        Assert.Contains("Directory.CreateDirectory", message);

        string relative = Path.Combine($"{Guid.NewGuid():N}", "net.safetensors");
        Assert.StartsWith($"{relative} cannot be saved: the folder {Path.GetFullPath(Path.GetDirectoryName(relative)!)} does not exist", Assert.Throws<DirectoryNotFoundException>(() => Save(relative)).Message, StringComparison.Ordinal);

        File.WriteAllText(folder["file"], "");
        Assert.Contains($"{folder["file"]} is a file, not a folder", Assert.Throws<IOException>(() => Save(folder[Path.Combine("file", "net.safetensors")])).Message);
        Assert.Equal(["file"], folder.Files);
    }

    [Fact]
    public void What_is_no_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["folder"]);
        string[] paths = [folder["folder"], folder["folder"] + Path.DirectorySeparatorChar, folder["missing"] + Path.DirectorySeparatorChar, ".", ".."];
        foreach (string path in paths)
            Assert.StartsWith($"{path} names a folder", Assert.Throws<IOException>(() => Save(path)).Message, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["folder"]));
        Assert.Throws<ArgumentException>(() => Save(""));
        Assert.Throws<FileNotFoundException>(() => StorageNetwork.Create(1).Load(folder["missing.safetensors"]));
    }

    [Theory, InlineData(200), InlineData(255)]
    public void A_long_name_is_saved(int bytes)
    {
        // Two bytes each, and a pair of surrogates where the temporary name is cut off.
        string name = new string('ä', 59 / 2) + string.Concat(Enumerable.Repeat("😀", 20));
        name = (name + new string('x', 300))[..Math.Min(300, bytes)];
        while (System.Text.Encoding.UTF8.GetByteCount(name) > bytes)
            name = name[..^1];
        using var folder = new TemporaryFolder();
        Save(folder[name]);
        Save(folder[name]);
        Assert.Equal([name], folder.Files);
    }

    [Fact]
    public void A_device_is_written_and_stays_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "These are Linux's.");
        Save("/dev/null");
        Assert.Empty(File.ReadAllBytes("/dev/null"));
        Assert.Empty(Directory.EnumerateFiles("/dev", ".*.dslnet-tmp"));
        Assert.Contains("/dev/full", Assert.Throws<IOException>(() => Save("/dev/full")).Message);
        Assert.Throws<IOException>(() => Save("/dev/full"));
        Assert.StartsWith("/dev/missing cannot be saved: there is no such device.", Assert.Throws<FileNotFoundException>(() => Save("/dev/missing")).Message, StringComparison.Ordinal);
        Assert.StartsWith("/dev/fd names a folder", Assert.Throws<IOException>(() => Save("/dev/fd")).Message, StringComparison.Ordinal);
    }

    /// <summary>By its kind, not by its place.</summary>
    [Fact]
    public void A_device_elsewhere_is_written_and_stays_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root makes devices.");
        using var folder = new TemporaryFolder();
        using var made = Process.Start("mknod", [folder["null"], "c", "1", "3"]);
        made.WaitForExit();
        Assert.SkipUnless(made.ExitCode == 0 && CanWrite(folder["null"]), "There are no devices in this container.");
        Save(folder["null"]);
        Assert.Equal("character special file", Run("stat", "-c", "%F", folder["null"]));
        Assert.Equal(["null"], folder.Files);
    }

    private static void Save(string path) => StorageNetwork.Create(1).Save(path);

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.Trim();
    }

    private static bool CanWrite(string path)
    {
        try
        {
            new FileStream(path, FileMode.Open, FileAccess.Write).Dispose();
            return true;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }
}
