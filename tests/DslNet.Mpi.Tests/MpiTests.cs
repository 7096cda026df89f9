using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DslNet.Mpi.Tests;

/// <summary>Trainings under the launchers of Open MPI and of MPICH, where they are installed.</summary>
public partial class MpiTests
{
    public static TheoryData<string> Launchers => ["mpirun.openmpi", "mpirun.mpich"];

    [Fact]
    public void Without_a_launcher_a_process_is_alone()
    {
        Assert.Equal((0, 1), (Mpi.World.Rank, Mpi.World.Ranks));
        Assert.Null(Mpi.World.Library);
        byte[] parts = [1, 2, 3];
        Mpi.World.AllGather(parts);
        Assert.Equal([1, 2, 3], parts);
    }

    [Theory]
    [MemberData(nameof(Launchers))]
    public void Any_number_of_ranks_gives_the_same_bits(string launcher)
    {
        SkipWithout(launcher);
        string alone = Assert.Single(Results(Run(null, 1, "small").Output));
        foreach (int ranks in new[] { 1, 2, 3, 4 })
        {
            (int code, string output, string error) = Run(launcher, ranks, "small");
            Assert.True(code == 0, error);
            string[] results = Results(output);
            Assert.Equal(ranks, results.Length);
            Assert.All(results, result => Assert.Equal(alone, result));
            Assert.Contains(launcher.EndsWith("openmpi", StringComparison.Ordinal) ? "Open MPI" : "MPICH", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_launcher_of_which_only_PMIx_is_known_is_recognised()
    {
        // As srun --mpi=pmix starts processes.
        const string Launcher = "mpirun.openmpi";
        SkipWithout(Launcher);
        (int code, string output, string error) = Run(Launcher, 1, "small", [":", "-n", "1", "env", "-u", "OMPI_COMM_WORLD_SIZE", "dotnet", Child, "small"]);
        Assert.True(code == 0, error);
        Assert.Contains("rank 1 of 2 by Open MPI", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Launchers))]
    public void A_rank_that_differs_is_refused(string launcher)
    {
        SkipWithout(launcher);
        (int code, _, string error) = Run(launcher, 2, "seed");
        Assert.NotEqual(0, code);
        Assert.Matches("Rank 1 has other parameters, options or checkpoint than rank 0: [0-9a-f]{24}, not [0-9a-f]{24}", error);
        (code, _, error) = Run(launcher, 2, "data");
        Assert.NotEqual(0, code);
        Assert.Contains("Rank 1 has other training data than rank 0", error, StringComparison.Ordinal);
        (code, _, error) = Run(launcher, 2, "normalized");
        Assert.NotEqual(0, code);
        Assert.Contains("normalizes over all samples of a step (BatchNorm)", error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Launchers))]
    public void A_rank_with_another_build_is_refused(string launcher)
    {
        SkipWithout(launcher);
        string folder = Directory.CreateTempSubdirectory("mpi").FullName;
        try
        {
            // Another build has another module version id: sixteen bytes that the file has once.
            foreach (string file in Directory.GetFiles(AppContext.BaseDirectory, "DslNet*"))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            string child = Path.Combine(folder, "DslNet.Mpi.Child.dll");
            byte[] bytes = File.ReadAllBytes(child), id = System.Reflection.Assembly.LoadFile(Child).ManifestModule.ModuleVersionId.ToByteArray();
            int at = bytes.AsSpan().IndexOf(id);
            bytes[at] ^= 1;
            File.WriteAllBytes(child, bytes);
            (int code, _, string error) = Run(launcher, 1, "small", [":", "-n", "1", "dotnet", child, "small"]);
            Assert.NotEqual(0, code);
            Assert.Matches("Rank 1 has another build of Small than rank 0: [0-9a-f]{24}, not [0-9a-f]{24}", error);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Launchers))]
    public void A_rank_that_dies_ends_the_job_and_the_checkpoint_goes_on(string launcher)
    {
        SkipWithout(launcher);
        string folder = Directory.CreateTempSubdirectory("mpi").FullName;
        try
        {
            string whole = Assert.Single(Results(Run(null, 1, "checkpoint", [], Path.Combine(folder, "whole.safetensors")).Output));
            string checkpoint = Path.Combine(folder, "killed.safetensors");

            // Of 90 batches; the first checkpoint is written after three, and the second training has at least 50 left.
            int seed = Random.Shared.Next();
            TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
            Random random = new(seed);
            foreach (int killed in new[] { random.Next(4, 40), random.Next(1, 46) })
            {
                (int failed, string output, string error) = Run(launcher, 2, "checkpoint", [], checkpoint, $"{killed}");
                Assert.True(failed != 0, $"Rank 1 was not killed at batch {killed}; seed {seed}.");
                Assert.True(File.Exists(checkpoint));

                // The launcher says which: "process rank 1 …" of Open MPI, and the process id and machine of MPICH.
                Assert.Matches("rank 1|BAD TERMINATION", output + error);
            }

            (int code, string rest, string problem) = Run(launcher, 2, "checkpoint", [], checkpoint);
            Assert.True(code == 0, problem);
            Assert.All(Results(rest), result => Assert.True(whole == result, $"{result}, not {whole}; seed {seed}."));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Launchers))]
    public void A_rank_that_fails_or_hangs_ends_the_job_and_is_named(string launcher)
    {
        SkipWithout(launcher);
        (int code, _, string error) = Run(launcher, 2, "throw");
        Assert.NotEqual(0, code);
        Assert.Matches("Rank 1 of 2 on [^ ]+ failed: the data of rank 1 is not there", error);
        (code, _, error) = Run(launcher, 2, "return");
        Assert.Equal(3, code);
        Assert.Matches("Rank 1 of 2 on [^ ]+ failed: it exits with code 3", error);

        // Rank 1 sleeps for ever.
        (code, _, error) = Run(launcher, 2, "hang");
        Assert.Equal(MpiWorld.TimeOutExitCode, code);
        Assert.Matches("Rank 0 of 2 on [^ ]+ has waited 2 s for the others", error);
    }

    private static string Child => Path.Combine(AppContext.BaseDirectory, "DslNet.Mpi.Child.dll");

    private static void SkipWithout(string launcher) =>
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, launcher))), $"{launcher} is not installed.");

    /// <summary>What each rank came to, without its name.</summary>
    private static string[] Results(string output) => [.. ResultPattern().Matches(output).Select(match => match.Value)];

    [GeneratedRegex("loss [^ ]+ parameters [0-9a-f]{64}")]
    private static partial Regex ResultPattern();

    private static (int Code, string Output, string Error) Run(string? launcher, int ranks, string mode, string[]? behind = null, params string[] arguments)
    {
        ProcessStartInfo start = new(launcher ?? "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        if (launcher is not null)
        {
            foreach (string argument in (string[])["-n", $"{ranks}", "dotnet"])
                start.ArgumentList.Add(argument);
        }

        foreach (string argument in (string[])[Child, mode, .. arguments, .. behind ?? []])
            start.ArgumentList.Add(argument);

        // More ranks than cores, and root in a container.
        start.Environment["OMPI_MCA_rmaps_base_oversubscribe"] = "1";
        start.Environment["OMPI_ALLOW_RUN_AS_ROOT"] = start.Environment["OMPI_ALLOW_RUN_AS_ROOT_CONFIRM"] = "1";
        start.Environment["OMPI_MCA_btl_base_warn_component_unused"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(120_000))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{launcher} with {ranks} ranks did not end: {mode}");
        }

        return (process.ExitCode, output.Result, error.Result);
    }
}
