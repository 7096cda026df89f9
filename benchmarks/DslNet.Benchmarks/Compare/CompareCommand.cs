using System.CommandLine;
using DslNet.Benchmarks.Native;
using DslNet.Benchmarks.Protocol;
using DslNet.Benchmarks.Workloads;
using Spectre.Console;

namespace DslNet.Benchmarks.Compare;

/// <summary>Times DslNet beside the libraries one would use instead.</summary>
internal static class CompareCommand
{
    private const int Rounds = 60, QuickRounds = 12, RedirectedWidth = 180;
    private const double SecondsAPeer = 20, QuickSecondsAPeer = 2;

    public static Command Create()
    {
        var workload = new Option<string[]>("--workload") { Description = "Workloads to compare; all unless said otherwise.", AllowMultipleArgumentsPerToken = true };
        workload.AcceptOnlyFromAmong([.. Workload.All.Select(each => each.Name)]);
        var peer = new Option<string[]>("--peer") { Description = "Peers to compare; all unless said otherwise.", AllowMultipleArgumentsPerToken = true };
        peer.AcceptOnlyFromAmong([.. PeerProgram.All.Select(each => each.Name)]);
        var metric = new Option<string[]>("--metric") { Description = "train, infer or both.", AllowMultipleArgumentsPerToken = true };
        metric.AcceptOnlyFromAmong(Job.Train, Job.Infer);
        var threads = new Option<int[]>("--threads") { Description = "Threads that may share a call; 1 unless said otherwise.", AllowMultipleArgumentsPerToken = true };
        threads.MustBePositive();
        var batch = new Option<int[]>("--batch") { Description = "Batches to compare, of those that belong to a workload; all unless said otherwise.", AllowMultipleArgumentsPerToken = true };
        var quick = new Option<bool>("--quick") { Description = $"{QuickRounds} rounds instead of {Rounds}: sane figures, not good ones." };
        Option<DirectoryInfo> baseline = Baseline.Option();
        var output = new Option<DirectoryInfo>("--output") { Description = "The folder for compare.csv, compare.md and compare.png.", DefaultValueFactory = _ => new("artifacts/compare") };
        var command = new Command("compare", "Times DslNet beside libtorch, ONNX Runtime and loops in C#, each in its own process.") { workload, peer, metric, batch, threads, baseline, quick, output };
        command.SetAction(arguments =>
        {
            string[] names = arguments.GetValue(workload) ?? [], peers = arguments.GetValue(peer) ?? [], metrics = arguments.GetValue(metric) ?? [];
            int[] batches = arguments.GetValue(batch) ?? [], counts = arguments.GetValue(threads) is { Length: > 0 } given ? given : [1];
            bool isQuick = arguments.GetValue(quick);
            PeerProgram[] programs = arguments.GetValue(baseline) is { } other
                ? [.. PeerProgram.All.Where(each => each.Name == PeerProgram.DslNet || peers.Contains(each.Name)), PeerProgram.Baseline(Baseline.Find(other))]
                : [.. PeerProgram.All.Where(each => peers.Length == 0 || peers.Contains(each.Name))];
            var comparison = new Comparison(programs, isQuick ? QuickRounds : Rounds, isQuick ? QuickSecondsAPeer : SecondsAPeer);
            Workload[] workloads = [.. Workload.All.Where(each => names.Length == 0 || names.Contains(each.Name))];
            if (programs[^1].Build is { } build)
                workloads = WithoutMissing(workloads, Baseline.WorkloadsOf(build));
            bool IsWanted(Job job) => (metrics.Length == 0 || metrics.Contains(job.Metric)) && (batches.Length == 0 || batches.Contains(job.Batch));
            return Run(comparison, programs, workloads, counts, IsWanted, arguments.GetValue(output)!);
        });
        return command;
    }

    /// <summary>The workloads that another build has too: what came later has nothing to be compared with, which a line says.</summary>
    private static Workload[] WithoutMissing(Workload[] workloads, IReadOnlyCollection<string> known)
    {
        string[] missing = [.. workloads.Select(each => each.Name).Except(known)];
        if (missing.Length > 0)
            Console.WriteLine($"# The baseline does not have {string.Join(", ", missing)}: left out.");
        return [.. workloads.Where(each => known.Contains(each.Name))];
    }

    private static int Run(
        Comparison comparison, PeerProgram[] peers, IEnumerable<Workload> workloads, int[] threads, Func<Job, bool> isWanted, DirectoryInfo output)
    {
        foreach (PeerProgram peer in peers.Where(peer => peer.Project is not null))
        {
            AnsiConsole.WriteLine($"Building {peer.Title} …");
            PeerBuild.Run(peer);
        }

        var outcomes = new List<Outcome>();
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("dslnet-compare-");
        try
        {
            // Lines, no live display: that would draw from a thread of its own, on the core where things are timed.
            Console.WriteLine(CsvReport.Header);
            foreach (Job job in workloads.SelectMany(workload => Jobs(workload, threads, temporary)).Where(isWanted))
            {
                outcomes.Add(comparison.Run(job));
                foreach (string row in CsvReport.Rows(outcomes[^1]))
                    Console.WriteLine(row);
            }
        }
        finally
        {
            temporary.Delete(recursive: true);
        }

        if (outcomes.Count == 0)
        {
            Console.Error.WriteLine("None of the workloads has such a batch: nothing was timed.");
            return 1;
        }

        Write(outcomes, peers, output);
        return 0;
    }

    private static IEnumerable<Job> Jobs(Workload workload, int[] threads, DirectoryInfo folder)
    {
        string parameters = Path.Combine(folder.FullName, workload.Name + ".safetensors");
        StartingPoint.Save(workload.Create(1), parameters);
        return from count in threads
               from job in workload.TrainBatches.Select(batch => (Job.Train, batch)).Concat(workload.InferBatches.Select(batch => (Job.Infer, batch)))
               select new Job(workload.Name, job.Item1, job.batch, count, parameters, Job.TimingRate);
    }

    private static void Write(List<Outcome> outcomes, PeerProgram[] peers, DirectoryInfo output)
    {
        // In a file the table may be as wide as it likes.
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = RedirectedWidth;
        var table = new Table();
        foreach (string title in ReportTable.Titles(peers))
            table.AddColumn(new TableColumn(Markup.Escape(title)));
        foreach (Outcome outcome in outcomes)
            table.AddRow([.. ReportTable.Cells(outcome, peers).Select(Markup.Escape)]);
        AnsiConsole.Write(table);

        output.Create();
        string Place(string extension) => Path.Combine(output.FullName, "compare" + extension);
        File.WriteAllLines(Place(".csv"), outcomes.SelectMany(CsvReport.Rows).Prepend(CsvReport.Header));
        File.WriteAllText(Place(".md"), MarkdownReport.Of(outcomes, peers));
        AnsiConsole.WriteLine($"Written: {Place(".csv")}, .md");
        if (NativeLoading.Run("SkiaSharp, which draws compare.png,", "Install what the loader misses; the figures are in the other files", () => RatioPlot.Save(outcomes, peers, Place(".png"))))
            AnsiConsole.WriteLine($"Written: {Place(".png")}");
    }
}
