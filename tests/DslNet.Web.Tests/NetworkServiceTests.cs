using DslNet.AspNetCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace DslNet.Web.Tests;

public sealed class NetworkServiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private DateTime _written = DateTime.UtcNow.AddHours(-1);

    private string Path => _folder.File("wide.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ChangedFileIsLoaded()
    {
        NetworkService<WideNet> service = Serve(seed: 1);
        WideNet before = service.Current;

        service.Reload();
        Assert.Same(before, service.Current);

        Save(seed: 2);
        service.Reload();
        Assert.Equal(Outputs(new WideNet(2)), Outputs(service.Current));
        Assert.Equal(Outputs(new WideNet(1)), Outputs(before));
        Assert.Equal(2, service.Loads);
    }

    /// <summary>As mounted volumes do it: the file is in a folder that is a link, which is exchanged.</summary>
    [Fact]
    public void ExchangedFolderIsFollowed()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Links need rights on Windows.");
        DateTime written = DateTime.UtcNow.AddHours(-1);
        foreach (int seed in new[] { 1, 2 })
        {
            string folder = Directory.CreateDirectory(_folder.File("version" + seed)).FullName;
            new WideNet(seed).Save(System.IO.Path.Combine(folder, "wide.safetensors"));
            File.SetLastWriteTimeUtc(System.IO.Path.Combine(folder, "wide.safetensors"), written);
        }

        string link = _folder.File("data");
        Directory.CreateSymbolicLink(link, _folder.File("version1"));
        NetworkService<WideNet> service = new(System.IO.Path.Combine(link, "wide.safetensors"), new(), NullLogger<NetworkService<WideNet>>.Instance);
        Directory.Delete(link);
        Directory.CreateSymbolicLink(link, _folder.File("version2"));
        service.Reload();
        Assert.Equal(Outputs(new WideNet(2)), Outputs(service.Current));
    }

    [Fact]
    public void LargestBatchIsChecked()
    {
        Save(seed: 1);
        Assert.Contains("an array holds at most", Assert.Throws<ArgumentOutOfRangeException>(
            () => new NetworkService<WideNet>(Path, new() { MaxBatch = int.MaxValue }, NullLogger<NetworkService<WideNet>>.Instance)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenFileKeepsTheNetwork()
    {
        NetworkService<WideNet> service = Serve(seed: 1);
        WideNet before = service.Current;
        byte[] whole = File.ReadAllBytes(Path);

        foreach (byte[] broken in new[] { [], whole[..^1], whole[..40], new byte[whole.Length], [.. whole, 0] })
        {
            File.WriteAllBytes(Path, broken);
            Age();
            service.Reload();
            Assert.Same(before, service.Current);
            Assert.NotNull(service.Problem);
        }

        File.Delete(Path);
        service.Reload();
        Assert.Same(before, service.Current);
        Assert.Contains("wide.safetensors", service.Problem, StringComparison.Ordinal);

        Save(seed: 2);
        service.Reload();
        Assert.Null(service.Problem);
        Assert.Equal(Outputs(new WideNet(2)), Outputs(service.Current));
    }

    [Fact]
    public void FileOfAnotherNetworkKeepsTheNetwork()
    {
        NetworkService<WideNet> service = Serve(seed: 1);

        new FirstLayerNet(seed: 1).Save(Path);
        Age();
        service.Reload();

        Assert.NotNull(service.Problem);
        Assert.Equal(Outputs(new WideNet(1)), Outputs(service.Current));
    }

    [Fact]
    public void MissingFileStopsTheStart() => Assert.Throws<FileNotFoundException>(() => new NetworkService<WideNet>(Path, new(), NullLogger<NetworkService<WideNet>>.Instance));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-0.02, true)]
    [InlineData(0.02, true)]
    [InlineData(60, false)]
    public void FileThatWasWrittenJustNowIsFresh(double seconds, bool expected)
    {
        DateTime now = DateTime.UtcNow;

        Assert.Equal(expected, new FileStamp(now.AddSeconds(seconds), Length: 1, Content: 0).IsFreshAt(now));
    }

    /// <summary>Each answer is the old network's or the new one's, to the last bit, alone or in batches.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task AnswersAreOfOneNetwork(int maxBatch)
    {
        NetworkService<WideNet> service = Serve(seed: 0, maxBatch);
        float[][] expected = [.. Enumerable.Range(0, 21).Select(seed => Outputs(new WideNet(seed)))];
        bool isOver = false;
        Task<int>[] clients = [.. Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            int answers = 0;
            float[] outputs = new float[WideNet.OutputLength];
            while (!Volatile.Read(ref isOver) || answers == 0)
            {
                await service.PredictAsync(Inputs, outputs);
                Assert.Contains(expected, one => one.AsSpan().SequenceEqual(outputs));
                answers++;
            }

            return answers;
        }))];

        for (int seed = 1; seed <= 20; seed++)
        {
            Save(seed);
            service.Reload();
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        Volatile.Write(ref isOver, true);
        Assert.All(await Task.WhenAll(clients), answers => Assert.True(answers > 0));
        Assert.Equal(21, service.Loads);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task LengthsAreChecked(int maxBatch)
    {
        NetworkService<WideNet> service = Serve(seed: 0, maxBatch);

        ArgumentException input = await Assert.ThrowsAsync<ArgumentException>(async () => await service.PredictAsync(new float[19], new float[5], TestContext.Current.CancellationToken));
        ArgumentException output = await Assert.ThrowsAsync<ArgumentException>(async () => await service.PredictAsync(new float[20], new float[6], TestContext.Current.CancellationToken));

        Assert.StartsWith("The input has 19 values, but one sample of WideNet has 20.", input.Message, StringComparison.Ordinal);
        Assert.StartsWith("The output has 6 values, but WideNet produces 5.", output.Message, StringComparison.Ordinal);
    }

    private static readonly float[] Inputs = [.. Enumerable.Range(0, WideNet.InputLength).Select(i => i / 10f)];

    private static float[] Outputs(WideNet net)
    {
        float[] outputs = new float[WideNet.OutputLength];
        net.Predict(Inputs, outputs);
        return outputs;
    }

    private NetworkService<WideNet> Serve(int seed, int maxBatch = 1)
    {
        Save(seed);
        return new(Path, new NetworkOptions { MaxBatch = maxBatch }, NullLogger<NetworkService<WideNet>>.Instance);
    }

    private void Save(int seed)
    {
        new WideNet(seed).Save(Path);
        Age();
    }

    /// <summary>Of what was written just now nobody knows whether it is written again: each file is a second newer than the one before, and old.</summary>
    private void Age() => File.SetLastWriteTimeUtc(Path, _written = _written.AddSeconds(1));
}
