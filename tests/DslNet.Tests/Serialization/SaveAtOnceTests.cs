using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Serialization;

/// <summary>Several save and load one path at once, and some were killed before.</summary>
public class SaveAtOnceTests
{
    private const string Leftover = ".net.safetensors.abcd1234.dslnet-tmp";

    [Fact]
    public void Whoever_saves_at_once_leaves_the_whole_file_of_one()
    {
        const int Savers = 4, Rounds = 60;
        using var folder = new TemporaryFolder();
        string path = folder["net.safetensors"];
        byte[][] possible = [.. Enumerable.Range(1, Savers).Select(seed => Safetensors.Of(StorageNetwork.Create(seed)))];
        StorageNetwork.Create(1).Save(path);
        bool done = false;
        int torn = 0, read = 0;
        var reader = new Thread(() =>
        {
            while (!Volatile.Read(ref done))
            {
                int seed = Network.Load<StorageNetwork>(path).Seed;
                read++;
                if (seed < 1 || seed > Savers)
                    torn++;
            }
        });
        reader.Start();
        Exception? failure = null;
        Thread[] savers =
        [
            .. Enumerable.Range(1, Savers).Select(seed => new Thread(() =>
            {
                try
                {
                    StorageNetwork network = StorageNetwork.Create(seed);
                    for (int round = 0; round < Rounds; round++)
                        network.Save(path);
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            })),
        ];
        foreach (Thread saver in savers)
            saver.Start();
        foreach (Thread saver in savers)
            saver.Join();
        Volatile.Write(ref done, true);
        reader.Join();
        Assert.Null(failure);
        Assert.Equal(0, torn);
        Assert.InRange(read, 1, int.MaxValue);
        Assert.Contains(possible, bytes => bytes.AsSpan().SequenceEqual(File.ReadAllBytes(path)));
        Assert.Equal(["net.safetensors"], folder.Files);
    }

    [Fact]
    public void What_the_killed_left_is_deleted_by_the_next_save()
    {
        using var folder = new TemporaryFolder();
        string[] others = [".other.safetensors.abcd1234.dslnet-tmp", ".net.safetensors.download.tmp", ".net.safetensors.abcd12345.dslnet-tmp", "net.safetensors.tmp"];
        foreach (string name in (string[])[.. others, Leftover, ".net.safetensors.zzzz9999.dslnet-tmp"])
            File.WriteAllText(folder[name], "half");
        StorageNetwork.Create(1).Save(folder["net.safetensors"]);
        Assert.Equal([.. others.Append("net.safetensors").Order(StringComparer.Ordinal)], folder.Files.Order(StringComparer.Ordinal));
    }

    /// <summary>Beside a hundred thousand files a save should not make a hundred thousand strings.</summary>
    [Fact]
    public void Other_files_of_the_folder_are_passed_over()
    {
        const int Files = 500;
        using var folder = new TemporaryFolder();
        for (int i = 0; i < Files; i++)
            File.WriteAllText(folder[$".net.safetensors.{i:D8}.other"], "");
        File.WriteAllText(folder[Leftover], "half");
        SaveTarget target = SaveTarget.Of(folder["net.safetensors"]);
        TemporaryFile.DeleteLeftovers(target);
        Assert.Equal(Files, folder.Files.Count());
        long before = GC.GetAllocatedBytesForCurrentThread();
        TemporaryFile.DeleteLeftovers(target);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Files * 20);
    }

    [Fact]
    public void A_folder_that_vanishes_is_told_by_the_save()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["sub"]);
        string path = folder[Path.Combine("sub", "net.safetensors")];
        SaveTarget target = SaveTarget.Of(path);
        Directory.Delete(folder["sub"]);
        TemporaryFile.DeleteLeftovers(target);
        string temporary = "";
        Exception failure = Assert.Throws<DirectoryNotFoundException>(() => TemporaryFile.Create(target, ref temporary));
        Assert.StartsWith($"{path} could not be saved; no file was left.", target.Failure(failure, temporary).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_still_being_written_stays()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Write(folder["net.safetensors"], stream =>
        {
            // Another save, while this one is under way.
            StorageNetwork.Create(1).Save(folder["net.safetensors"]);
            Assert.Equal(Safetensors.Of(StorageNetwork.Create(1)), File.ReadAllBytes(folder["net.safetensors"]));
            Assert.Equal(2, folder.Files.Count());
            stream.Write("the last one"u8);
        });
        Assert.Equal("the last one", File.ReadAllText(folder["net.safetensors"]));
        Assert.Equal(["net.safetensors"], folder.Files);
    }

    /// <summary>Where files cannot be locked, another process may take a temporary file for a leftover: then it is written again.</summary>
    [Fact]
    public void What_is_taken_away_is_written_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Nobody can delete an open file there.");
        using var folder = new TemporaryFolder();
        int attempts = 0;
        AtomicFile.Write(folder["net.safetensors"], stream =>
        {
            stream.Write("all"u8);
            if (++attempts < 3)
                File.Delete(((FileStream)stream).Name);
        });
        Assert.Equal(3, attempts);
        Assert.Equal("all", File.ReadAllText(folder["net.safetensors"]));
        Assert.Equal(["net.safetensors"], folder.Files);
    }
}
