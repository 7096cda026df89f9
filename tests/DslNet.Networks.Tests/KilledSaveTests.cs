using System.Diagnostics;

namespace DslNet.Networks.Tests;

/// <summary>Processes are killed while they save: the file is always whole, and what they leave does not pile up.</summary>
public class KilledSaveTests
{
    private const string Name = "net.safetensors";

    /// <summary>A hundred with DSLNET_TESTS=all in the environment.</summary>
    private static int Kills => LongTests.AreWanted ? 100 : 15;

    [Fact]
    public void KilledProcessesLeaveAWholeFileAndNoMoreThanOneOther()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("dslnet-");
        try
        {
            string path = Path.Combine(folder.FullName, Name);
            new LeNet5(seed: 1).Save(path);
            Random random = new(1);
            int left = 0;
            HashSet<int> seeds = [];
            for (int kill = 0; kill < Kills; kill++)
            {
                Kill(path, saves: 1 + kill % 3, TimeSpan.FromMilliseconds(random.NextDouble() * 5));
                seeds.Add(Network.Load<LeNet5>(path).Seed);
                int files = folder.GetFiles().Length;
                Assert.InRange(files, 1, 2);
                left += files - 1;
            }

            // Otherwise nobody was killed while it saved.
            Assert.InRange(left, 1, Kills);
            Assert.InRange(seeds.Count, 2, Kills + 1);
            new LeNet5(seed: 1).Save(path);
            Assert.Equal([Name], folder.GetFiles().Select(file => file.Name));
            Assert.Equal(1, Network.Load<LeNet5>(path).Seed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Starts a process that saves, and kills it some time after it began to save for so many times.</summary>
    private static void Kill(string path, int saves, TimeSpan after)
    {
        using Process process = Child.Start(["save", path]);
        for (int save = 0; save < saves; save++)
            Assert.Equal("saving", process.StandardOutput.ReadLine());
        Thread.Sleep(after);
        process.Kill();
        process.WaitForExit();
    }
}
