using System.Diagnostics;

namespace DslNet.Search.Tests;

public class JournalTests
{
    [Fact]
    public void A_search_goes_on_where_it_was()
    {
        using TestFolder folder = new();
        int runs = 0;
        TrialRecord[] first = Run(5), then = Run(12);
        Assert.Equal(12, runs);
        Assert.Equal(first.Select(trial => (trial.Number, trial.Loss)), then.Take(5).Select(trial => (trial.Number, trial.Loss)));
        Assert.All(then, trial => Assert.Equal(TrialState.Finished, trial.State));

        TrialRecord[] Run(int trials)
        {
            (SearchSpace space, RealSetting x) = Space();
            using Search search = new(space, folder.Journal) { Trials = trials, Sampler = new RandomSampler(3) };
            return [.. search.Run(trial =>
            {
                runs++;
                return trial[x];
            }).Trials];
        }
    }

    [Fact]
    public void A_last_line_that_was_cut_off_is_removed_and_its_trial_run_again()
    {
        using TestFolder folder = new();
        TrialRecord[] whole = Run(folder.Journal, 6);
        byte[] bytes = File.ReadAllBytes(folder.Journal);
        for (int cut = 1; cut < 200; cut += 7)
        {
            File.WriteAllBytes(folder.Journal, bytes[..^cut]);
            TrialRecord[] again = Run(folder.Journal, 6);
            Assert.Equal(whole.Select(trial => (trial.Number, trial.Loss, trial.State)), again.Select(trial => (trial.Number, trial.Loss, trial.State)));
        }
    }

    [Fact]
    public void A_line_that_is_damaged_is_named()
    {
        using TestFolder folder = new();
        Run(folder.Journal, 3);
        string[] lines = File.ReadAllLines(folder.Journal);
        lines[3] = lines[3][..10];
        File.WriteAllLines(folder.Journal, lines);
        string message = Assert.Throws<InvalidDataException>(() => new Search(Space().Space, folder.Journal)).Message;
        Assert.StartsWith("Line 4 of", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"precious\":1}")]
    [InlineData("first line\nsecond line")]
    [InlineData("\u0010\0\0\0\0\0\0\0{\"w\":{}}\n\u0001\u0002")]
    [InlineData("[1]\n")]
    [InlineData("{\"search\":\"cats\"}")]
    [InlineData("{\"search\":1,\"space\":[]")]
    public void A_file_that_is_no_journal_is_left_as_it_is(string content)
    {
        using TestFolder folder = new();
        File.WriteAllText(folder.Journal, content);
        Assert.Contains("is no journal of a search", Assert.Throws<InvalidDataException>(() => Run(folder.Journal, 1)).Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(folder.Journal));
    }

    [Theory]
    [InlineData("{\"search\":\"cats\"}\nand dogs", "Line 1 of")]
    [InlineData("{\"search\":2}\nof a later version", "is a journal of version 2")]
    [InlineData("{\"search\":1,\"space\":[\"z: one of a\"]}\n{\"start", "is the journal of another search")]
    public void A_file_whose_header_is_refused_keeps_its_last_line(string content, string said)
    {
        using TestFolder folder = new();
        File.WriteAllText(folder.Journal, content);
        Assert.Contains(said, Assert.Throws<InvalidDataException>(() => Run(folder.Journal, 1)).Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(folder.Journal));
    }

    [Theory]
    [InlineData("{\"end\":0,\"state\":\"Lost\",\"loss\":\"1\"}", "Remove the line, and the trial that it told of is run again.")]
    [InlineData("{\"end\":0,\"state\":\"Finished\",\"loss\":null}", "Remove the line, and the trial that it told of is run again.")]
    [InlineData("{\"start\":9,\"settings\":{\"x\":null,\"kind\":\"end\"}}", "Remove it with all lines of its trial, which is run again then.")]
    [InlineData("{\"report\":0,\"step\":99999999999,\"loss\":\"1\"}", "Remove it with all lines of its trial, which is run again then.")]
    public void What_to_do_about_a_damaged_line_is_said(string line, string said)
    {
        using TestFolder folder = new();
        Run(folder.Journal, 1);
        int before = File.ReadAllLines(folder.Journal).Length;
        File.AppendAllText(folder.Journal, line + "\n");
        string message = Assert.Throws<InvalidDataException>(() => new Search(Space().Space, folder.Journal)).Message;
        Assert.StartsWith($"Line {before + 1} of", message, StringComparison.Ordinal);
        Assert.EndsWith(said, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_cannot_be_written_ends_the_search_and_no_trial()
    {
        using TestFolder folder = new();
        (SearchSpace space, RealSetting x) = Space();
        string before = "";
        using (Search search = new(space, folder.Journal) { Trials = 3, Sampler = new RandomSampler(3) })
        {
            Exception failure = Assert.Throws<InvalidOperationException>(() => search.Run(trial =>
            {
                before = File.ReadAllText(folder.Journal);
                File.AppendAllText(folder.Journal, "{\n");
                trial.Report(1, trial[x]);
                return trial[x];
            }));
            Assert.IsType<InvalidDataException>(failure.InnerException);
        }

        Assert.Equal(before + "{\n", File.ReadAllText(folder.Journal));
        File.WriteAllText(folder.Journal, before);
        Assert.All(Run(folder.Journal, 3), trial => Assert.Equal(TrialState.Finished, trial.State));
    }

    [Fact]
    public void Progress_is_told_when_the_journal_is_free()
    {
        using TestFolder folder = new();
        List<int> done = [];
        Search search = null!;
        using (search = new(Space().Space, folder.Journal)
        {
            Trials = 3,
            Progress = _ =>
            {
                // Another thread gets the lock meanwhile.
                Task<int> ended = Task.Run(() => search.Result().Trials.Count(trial => trial.State == TrialState.Finished));
                Assert.True(ended.Wait(60_000), "The journal is locked while progress is told.");
                done.Add(ended.Result);
            },
        })
        {
            search.Run(_ => 1);
        }

        Assert.Equal([1, 2, 3], done);
    }

    [Fact]
    public void A_message_of_several_lines_is_one_line_of_the_table()
    {
        using TestFolder folder = new();
        using Search search = new(Space().Space, folder.Journal) { Trials = 1 };
        search.End(search.Next()!, double.NaN, "first\nsecond");
        Assert.Contains("failed: first second", search.Result().Table(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_that_is_not_set_is_of_all_trials()
    {
        using TestFolder folder = new();
        using Search search = new(Space().Space, folder.Journal) { Trials = 3, Share = default };
        Assert.Equal(3, search.Run(_ => 1).Trials.Count);
    }

    [Fact]
    public void A_header_that_was_cut_off_is_written_again()
    {
        using TestFolder folder = new();
        File.WriteAllText(folder.Journal, "{\"sea");
        Assert.Equal(2, Run(folder.Journal, 2).Length);
    }

    [Fact]
    public void A_journal_that_gets_shorter_is_refused()
    {
        using TestFolder folder = new();
        (SearchSpace space, RealSetting x) = Space();
        using Search search = new(space, folder.Journal) { Trials = 3, Sampler = new RandomSampler(3) };
        Exception failure = Assert.Throws<InvalidOperationException>(() => search.Run(trial =>
        {
            using (FileStream file = new(folder.Journal, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                file.SetLength(4);
            return trial[x];
        }));
        Assert.Contains("got shorter", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 2)]
    [InlineData(-1, 2)]
    public void A_share_that_there_is_not_is_refused(int index, int count) => Assert.Throws<ArgumentOutOfRangeException>(() => new SearchShare(index, count));

    [Fact]
    public void A_trial_that_cancels_ends_the_search_and_is_run_again()
    {
        using TestFolder folder = new();
        (SearchSpace space, RealSetting x) = Space();
        using (Search search = new(space, folder.Journal) { Trials = 2, Sampler = new RandomSampler(3) })
            Assert.Throws<InvalidOperationException>(() => search.Run(_ => throw new OperationCanceledException("not now")));
        Assert.All(Run(folder.Journal, 2), trial => Assert.Equal(TrialState.Finished, trial.State));
    }

    [Fact]
    public void The_journal_of_another_search_is_refused()
    {
        using TestFolder folder = new();
        Run(folder.Journal, 2);
        SearchSpace other = new();
        other.Real("x", -5, 6);
        string message = Assert.Throws<InvalidDataException>(() => new Search(other, folder.Journal)).Message;
        Assert.Contains("x: real -5 to 5", message, StringComparison.Ordinal);
        Assert.Contains("x: real -5 to 6", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_has_a_journal_open_once()
    {
        using TestFolder folder = new();
        using (Search search = new(Space().Space, folder.Journal))
            Assert.Contains("open in this process already", Assert.Throws<InvalidOperationException>(() => new Search(Space().Space, folder.Journal)).Message, StringComparison.Ordinal);
        new Search(Space().Space, folder.Journal).Dispose();
    }

    [Fact]
    public void Processes_that_are_killed_lose_no_trial_and_repeat_none()
    {
        const int trials = 60;
        using TestFolder folder = new();
        Random random = new(5);
        for (int kill = 0; kill < 6; kill++)
        {
            Process[] children = [Child(folder.Journal, trials, 15), Child(folder.Journal, trials, 15)];
            Thread.Sleep(250 + random.Next(150));
            foreach (Process child in children)
                child.Kill();
            foreach (Process child in children)
                child.WaitForExit();
        }

        Process[] last = [Child(folder.Journal, trials, 1), Child(folder.Journal, trials, 1)];
        foreach (Process child in last)
        {
            Assert.True(child.WaitForExit(60_000));
            Assert.Equal(0, child.ExitCode);
        }

        string[] lines = File.ReadAllLines(folder.Journal);
        int[] ends = [.. lines.Where(line => line.StartsWith("{\"end\":", StringComparison.Ordinal)).Select(line => int.Parse(line.Split(':', ',')[1], null))];
        Assert.Equal(Enumerable.Range(0, trials), ends.Order());
        string[] starts = [.. lines.Where(line => line.StartsWith("{\"start\":", StringComparison.Ordinal))];
        Assert.True(starts.Length > trials, "Nothing was killed within a trial.");

        // Whoever runs a trial again has its settings.
        foreach (IGrouping<string, string> starting in starts.GroupBy(line => line.Split(':', ',')[1]))
            Assert.Single(starting.Select(line => line[..line.IndexOf(",\"by\"", StringComparison.Ordinal)]).Distinct());
        (SearchSpace space, RealSetting x) = Space();
        using Search search = new(space, folder.Journal) { Trials = trials };
        Assert.All(search.Result().Trials, trial => Assert.Equal(Math.Pow(double.Parse(trial.Values[x.Name], null), 2), trial.Loss, 1e-9));
    }

    [Fact]
    public void A_trial_that_throws_has_failed_and_others_go_on()
    {
        using TestFolder folder = new();
        (SearchSpace space, _) = Space();
        using Search search = new(space, folder.Journal) { Trials = 4, Sampler = new RandomSampler(3) };
        SearchResult result = search.Run(trial => trial.Number == 2 ? throw new ArithmeticException("diverged") : trial.Number == 1 ? double.NaN : trial.Number);
        Assert.Equal((TrialState.Failed, "ArithmeticException: diverged"), (result.Trials[2].State, result.Trials[2].Error));
        Assert.Equal(TrialState.Finished, result.Trials[1].State);
        Assert.Equal(0, result.Best!.Number);
        Assert.Contains("failed: ArithmeticException: diverged", result.Table(), StringComparison.Ordinal);
    }

    [Fact]
    public void Workers_run_each_trial_once()
    {
        using TestFolder folder = new();
        (SearchSpace space, _) = Space();
        using Search search = new(space, folder.Journal) { Trials = 40 };
        int[] runs = new int[40];
        SearchResult result = search.Run(trial =>
        {
            Thread.Sleep(2);
            return Interlocked.Increment(ref runs[trial.Number]);
        }, workers: 4);
        Assert.All(runs, count => Assert.Equal(1, count));
        Assert.Equal(40, result.Trials.Count);
    }

    [Fact]
    public void Shares_divide_the_trials()
    {
        using TestFolder folder = new();
        Assert.Equal([2, 5, 8], Numbers(2));
        Assert.Equal([0, 2, 3, 5, 6, 8, 9], Numbers(0));
        Assert.Equal(10, Numbers(1).Length);
        Assert.Equal(new SearchShare(2, 8), SearchShare.Parse("2/8"));
        Assert.Throws<FormatException>(() => SearchShare.Parse("8/8"));
        Assert.Throws<FormatException>(() => SearchShare.Parse("eight"));

        int[] Numbers(int share)
        {
            using Search search = new(Space().Space, folder.Journal) { Trials = 10, Share = new(share, 3) };
            return [.. search.Run(_ => 1).Trials.Select(trial => trial.Number)];
        }
    }

    [Fact]
    public void Halving_stops_what_is_not_among_the_best()
    {
        using TestFolder folder = new();
        (SearchSpace space, _) = Space();
        using Search search = new(space, folder.Journal) { Trials = 8, Halving = new(FirstStep: 2, Factor: 2) };
        List<int> steps = [];
        SearchResult result = search.Run(trial =>
        {
            // Trial 0 is the best but one, each then worse, and trial 7 the best.
            double loss = trial.Number == 7 ? 0 : trial.Number + 1;
            for (int step = 1; step <= 9; step++)
            {
                if (!trial.Report(step, loss / step))
                {
                    steps.Add(step);
                    return 100;
                }
            }

            return loss;
        });

        // Of losses 1 to 7 at step 2 the better half goes on: with those so far, 1, then none of the next, since each is the worst.
        Assert.Equal(TrialState.Finished, result.Trials[0].State);
        Assert.Equal(TrialState.Stopped, result.Trials[1].State);
        Assert.Equal(1, result.Trials[1].Loss);
        Assert.All(steps, step => Assert.Contains(step, (int[])[2, 4, 8]));
        Assert.Equal(TrialState.Finished, result.Trials[7].State);
        Assert.Equal(7, result.Best!.Number);
        Assert.Contains("stopped at 2", result.ToString(), StringComparison.Ordinal);
        result.SavePlot(folder.File("plot.svg"));
        Assert.StartsWith("<svg", File.ReadAllText(folder.File("plot.svg")), StringComparison.Ordinal);
    }

    private static TrialRecord[] Run(string journal, int trials)
    {
        (SearchSpace space, RealSetting x) = Space();
        using Search search = new(space, journal) { Trials = trials, Sampler = new RandomSampler(3) };
        return [.. search.Run(trial => trial[x]).Trials];
    }

    private static (SearchSpace Space, RealSetting X) Space()
    {
        SearchSpace space = new();
        RealSetting x = space.Real("x", -5, 5);
        space.Choice("kind", "a", "b");
        return (space, x);
    }

    private static Process Child(string journal, int trials, int milliseconds)
    {
        ProcessStartInfo start = new(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet");
        foreach (string argument in new[] { Path.Combine(AppContext.BaseDirectory, "DslNet.Search.Child.dll"), journal, $"{trials}", $"{milliseconds}" })
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
