using System.Diagnostics;
using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Serialization;

/// <summary>Linux names folders and open files of a process too, and behind them are ordinary files.</summary>
public sealed class SaveThroughProcessTests : IDisposable
{
    private static readonly byte[] s_saved = Safetensors.Of(StorageNetwork.Create(1));
    private static readonly byte[] s_longer = [.. Enumerable.Repeat((byte)'x', s_saved.Length + 1000)];

    private readonly TemporaryFolder _folder = new();

    public SaveThroughProcessTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc is Linux's.");

    public void Dispose() => _folder.Dispose();

    [Theory, InlineData("/proc/self"), InlineData("/proc/thread-self"), InlineData("/proc/self/task/0")]
    public void The_root(string process)
    {
        string path = process.Replace("task/0", $"task/{Environment.ProcessId}", StringComparison.Ordinal) + "/root" + _folder["net.safetensors"];
        Save(path);
        Assert.Equal(["net.safetensors"], _folder.Files);
        CheckReplaced(path, "net.safetensors");
    }

    [Fact]
    public void The_working_folder()
    {
        string name = $"{Guid.NewGuid():N}.safetensors";
        try
        {
            Save("/proc/self/cwd/" + name);
            Assert.Equal(s_saved, File.ReadAllBytes(name));
            File.WriteAllBytes(name, s_longer);
            Save("/proc/self/cwd/" + name);
            Assert.Equal(s_saved, File.ReadAllBytes(name));
            Assert.Empty(Directory.EnumerateFiles(".", $".{name}.*"));
        }
        finally
        {
            File.Delete(name);
        }
    }

    /// <summary>Where it leads to is the system's to tell: in a container its / is another one.</summary>
    [Fact]
    public void Folders_of_another_process()
    {
        Directory.CreateDirectory(_folder["data"]);
        using var process = Process.Start(new ProcessStartInfo("sleep", "60") { WorkingDirectory = _folder["data"] })!;
        try
        {
            string cwd = $"/proc/{process.Id}/cwd/net.safetensors";
            Assert.Equal(cwd, Links.Follow(cwd, cwd));
            Save(cwd);
            CheckReplaced(cwd, "data/net.safetensors");
            CheckReplaced($"/proc/{process.Id}/root{_folder["data/net.safetensors"]}", "data/net.safetensors");
            Save(Path.Combine("/proc", $"{process.Id}", "root", "dev/null"));
            Assert.Empty(File.ReadAllBytes("/dev/null"));
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    /// <summary>Who opened the file has the content, and nothing of what was there is left behind it.</summary>
    [Theory, InlineData("/dev/fd/"), InlineData("/proc/self/fd/"), InlineData("link")]
    public void A_descriptor(string place)
    {
        File.WriteAllBytes(_folder["net.safetensors"], s_longer);
        using var opened = new FileStream(_folder["net.safetensors"], FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        string path = (place == "link" ? "/dev/fd/" : place) + opened.SafeFileHandle.DangerousGetHandle();
        if (place == "link")
        {
            File.CreateSymbolicLink(_folder["link"], path);
            path = _folder["link"];
        }

        Save(path);
        byte[] seen = new byte[opened.Length];
        opened.ReadExactly(seen);
        Assert.Equal(s_saved, seen);
        Assert.Equal(s_saved, File.ReadAllBytes(_folder["net.safetensors"]));
        Assert.Empty(Directory.EnumerateFiles(_folder[""], "*dslnet-tmp"));
    }

    [Theory, InlineData(100), InlineData(1)]
    public void A_descriptor_of_a_shorter_file(int length)
    {
        File.WriteAllBytes(_folder["net.safetensors"], s_longer[..length]);
        using var opened = new FileStream(_folder["net.safetensors"], FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Save($"/dev/fd/{opened.SafeFileHandle.DangerousGetHandle()}");
        Assert.Equal(s_saved, File.ReadAllBytes(_folder["net.safetensors"]));
    }

    private static void Save(string path) => StorageNetwork.Create(1).Save(path);

    private void CheckReplaced(string path, string file)
    {
        File.WriteAllBytes(_folder[file], s_longer);
        Save(path);
        Assert.Equal(s_saved, File.ReadAllBytes(_folder[file]));
        Assert.Empty(Directory.EnumerateFiles(_folder[""], "*dslnet-tmp", SearchOption.AllDirectories));
    }
}
