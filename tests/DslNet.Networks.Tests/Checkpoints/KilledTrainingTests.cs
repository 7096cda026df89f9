using System.Diagnostics;

namespace DslNet.Networks.Tests.Checkpoints;

/// <summary>Processes are killed while they train: what the others make of it is what one would have made alone.</summary>
public class KilledTrainingTests
{
    /// <summary>Two hundred with DSLNET_TESTS=all in the environment.</summary>
    private static int Kills => LongTests.AreWanted ? 200 : 12;

    [Fact]
    public void A_training_ends_with_the_same_bits_however_often_it_is_killed()
    {
        ResumedTraining whole = new();
        whole.Run(null);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("dslnet-");
        try
        {
            string path = Path.Combine(folder.FullName, "run.ckpt");
            Random random = new(1);
            int trainings = 0;
            for (int kill = 0; kill < Kills;)
            {
                if (Run(path, random.Next(ResumedTraining.Steps / 3), TimeSpan.FromMilliseconds(random.NextDouble())) is not { } hash)
                {
                    kill++;
                    continue;
                }

                Assert.Equal(whole.Hash(), hash);
                trainings++;
                File.Delete(path);
            }

            Assert.Equal(whole.Hash(), Run(path, int.MaxValue, default));
            Assert.True(Kills < 50 || trainings > 5, $"Only {trainings} trainings ended.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Starts a process that trains, and kills it some time after some batches.</summary>
    /// <returns>What it ended with, if it came to its end before.</returns>
    private static string? Run(string path, int batches, TimeSpan after)
    {
        using Process process = Child.Start(["resume", path]);
        for (int batch = 0; batch < batches; batch++)
        {
            string line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(process.StandardError.ReadToEnd());
            if (line == "batch")
                continue;
            process.WaitForExit();
            return line;
        }

        Thread.Sleep(after);
        process.Kill();
        process.WaitForExit();
        return null;
    }
}
