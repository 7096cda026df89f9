using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Snapshots;

/// <summary>The helper that compares snapshots must be able to say no.</summary>
public sealed class SnapshotRuleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_accepted_is_verified_to_the_byte()
    {
        Verify("a\nb\n", accept: true);
        byte[] bytes = File.ReadAllBytes(Verified("A"));
        Assert.Equal([0xEF, 0xBB, 0xBF, .. "//HintName: A.g.cs\na\nb\n"u8], bytes);
        Verify("a\nb\n", accept: false);
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_difference_fails_and_is_shown()
    {
        Verify("a\nb\n", accept: true);
        Exception failure = Assert.ThrowsAny<Exception>(() => Verify("a\nc\n", accept: false));
        Assert.Contains("- b\n+ c", failure.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "T.M#A.received.cs")));
        Assert.Equal("//HintName: A.g.cs\na\nb\n", File.ReadAllText(Verified("A")));

        Verify("a\nb\n", accept: false);
        Assert.False(File.Exists(Path.Combine(_folder, "T.M#A.received.cs")));
    }

    [Fact]
    public void A_new_file_fails() => Assert.ThrowsAny<Exception>(() => Verify("a", accept: false));

    [Fact]
    public void An_orphan_fails_until_it_is_accepted()
    {
        Verify("a", accept: true);
        File.WriteAllText(Verified("B"), "");
        Exception failure = Assert.ThrowsAny<Exception>(() => Verify("a", accept: false));
        Assert.Contains("T.M#B.verified.cs", failure.Message, StringComparison.Ordinal);
        Verify("a", accept: true);
        Assert.False(File.Exists(Verified("B")));
    }

    [Fact]
    public void Continuous_integration_accepts_nothing()
    {
        Assert.False(Snapshot.IsAccepting(null, "true"));
        Assert.True(Snapshot.IsAccepting("1", null));
        Assert.Throws<InvalidOperationException>(() => Snapshot.IsAccepting("1", "true"));
    }

    [Fact]
    public void Every_snapshot_belongs_to_a_test()
    {
        string[] tests = [.. new[] { typeof(SnapshotTests), typeof(KernelSnapshotTests) }.SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}#"))];
        string[] snapshots = [.. Directory.GetFiles(Folder(), "*.verified.*").Select(file => Path.GetFileName(file)!)];
        Assert.NotEmpty(snapshots);
        Assert.All(snapshots, snapshot => Assert.Contains(tests, test => snapshot.StartsWith(test, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_version_is_scrubbed()
    {
        string text = Generation.Run("[Network, Input(1), Dense(1)] internal sealed partial class Net;", "portable", out _)
            .GeneratedSources.Single(generated => generated.HintName == "Net.PortableKernels.g.cs").SourceText.ToString();
        Assert.NotEqual(text, Snapshot.Scrub(text));
        Assert.DoesNotContain(Emission.GeneratorVersion.Text, Snapshot.Scrub(text), StringComparison.Ordinal);
    }

    private void Verify(string text, bool accept) => Snapshot.Verify(_folder, "T.M", [("A.g.cs", text)], accept);

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private string Verified(string hint) => Path.Combine(_folder, $"T.M#{hint}.verified.cs");
}
