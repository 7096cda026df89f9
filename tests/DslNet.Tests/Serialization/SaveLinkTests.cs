using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Serialization;

/// <summary>A symbolic link stays one, and what it leads to is replaced.</summary>
public sealed class SaveLinkTests : IDisposable
{
    private static readonly byte[] s_saved = Safetensors.Of(StorageNetwork.Create(1));

    private readonly TemporaryFolder _folder = new();

    public SaveLinkTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void To_a_file()
    {
        Write("target.bin");
        Link("link.safetensors", "target.bin");
        Check("link.safetensors", "target.bin");
        Link("absolute", _folder["target.bin"]);
        Check("absolute", "target.bin");
    }

    [Fact]
    public void With_the_mode_of_the_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        Write("target.bin");
        File.SetUnixFileMode(_folder["target.bin"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Link("link", "target.bin");
        Check("link", "target.bin");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["target.bin"]));
    }

    [Fact]
    public void To_another_link_and_through_folders()
    {
        Directory.CreateDirectory(_folder["data/deep"]);
        Directory.CreateDirectory(_folder["other"]);
        Write("data/target.bin");
        Link("data/deep/third", "../target.bin");
        Link("other/second", "../data/deep/third");
        Link("first", "./other//second");
        Check("first", "data/target.bin");
        Check("other/second", "data/target.bin");
    }

    /// <summary>The .. of a link is that of the folder that it is truly in, not of the path that led there.</summary>
    [Fact]
    public void In_a_linked_folder()
    {
        Directory.CreateDirectory(_folder["data/a/models"]);
        Directory.CreateDirectory(_folder["data/a/weights"]);
        Write("data/a/weights/net.bin");
        Link("models", "data/a/models");
        Link("data/a/models/net", "../weights/net.bin");
        Check("models/net", "data/a/weights/net.bin");
        Assert.Single(Directory.EnumerateFiles(_folder["data"], "*", SearchOption.AllDirectories), file => !file.EndsWith("models/net", StringComparison.Ordinal));
    }

    [Fact]
    public void To_nothing_yet()
    {
        Directory.CreateDirectory(_folder["data"]);
        Link("link", "data/new.bin");
        Check("link", "data/new.bin");
        Link("astray", "nowhere/new.bin");
        string message = Assert.Throws<DirectoryNotFoundException>(() => Save("astray")).Message;
        Assert.StartsWith($"{_folder["astray"]} cannot be saved: links lead to {_folder["nowhere/new.bin"]}, but the folder {_folder["nowhere"]} does not exist", message, StringComparison.Ordinal);
        Assert.NotNull(new FileInfo(_folder["astray"]).LinkTarget);
    }

    [Fact]
    public void To_another_file_system()
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "There is no other file system.");
        DirectoryInfo memory = Directory.CreateDirectory($"/dev/shm/dslnet-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(Path.Combine(memory.FullName, "net"), "the old one");
            Link("link", Path.Combine(memory.FullName, "net"));
            Save("link");
            Assert.Equal(s_saved, File.ReadAllBytes(Path.Combine(memory.FullName, "net")));
            Assert.Single(memory.EnumerateFiles());
            Assert.NotNull(new FileInfo(_folder["link"]).LinkTarget);
        }
        finally
        {
            memory.Delete(recursive: true);
        }
    }

    [Fact]
    public void To_a_folder()
    {
        Directory.CreateDirectory(_folder["data"]);
        Link("link", "data");
        Assert.Contains("names a folder", Assert.Throws<IOException>(() => Save("link")).Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder["data"]));
    }

    [Fact]
    public void To_itself()
    {
        Link("one", "two");
        Link("two", "one");
        Assert.StartsWith($"{_folder["one"]} cannot be saved: its symbolic links go round in a circle", Assert.Throws<IOException>(() => Save("one")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void To_a_device()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "There is none.");
        Link("link", "/dev/null");
        Save("link");
        Assert.Equal("/dev/null", new FileInfo(_folder["link"]).LinkTarget);
        Assert.Empty(File.ReadAllBytes("/dev/null"));
        Assert.Equal(["link"], _folder.Files);
    }

    private void Check(string link, string target)
    {
        Write(link);
        Save(link);
        Assert.NotNull(new FileInfo(_folder[link]).LinkTarget);
        Assert.Null(new FileInfo(_folder[target]).LinkTarget);
        Assert.Equal(s_saved, File.ReadAllBytes(_folder[target]));
        Assert.Equal(s_saved, File.ReadAllBytes(_folder[link]));
        Assert.Empty(Directory.EnumerateFiles(_folder[""], "*dslnet-tmp", SearchOption.AllDirectories));
    }

    private void Save(string name) => StorageNetwork.Create(1).Save(_folder[name]);

    private void Write(string name) => File.WriteAllText(_folder[name], "the old one");

    private void Link(string name, string target) => File.CreateSymbolicLink(_folder[name], target);
}
