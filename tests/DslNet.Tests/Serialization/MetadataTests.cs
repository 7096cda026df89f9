using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Serialization;

public sealed class MetadataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Texts_are_saved_beside_the_parameters()
    {
        string path = _folder["net.safetensors"];
        var network = new LinearNetwork(1, 2, Loss.MeanSquaredError, seed: -7);
        network.Save(path, new Dictionary<string, string> { ["recipe"] = "{\"ü\": [1, 2]}", ["empty"] = "" });

        IReadOnlyDictionary<string, string> metadata = NetworkFiles.ReadMetadata(path);
        Assert.Equal("{\"ü\": [1, 2]}", metadata["recipe"]);
        Assert.Equal("", metadata["empty"]);
        Assert.Equal("-7", metadata["dslnet.seed"]);
        Assert.Equal("pt", metadata["format"]);

        var loaded = new LinearNetwork(1, 2, Loss.MeanSquaredError, seed: 1);
        loaded.Load(path);
        Assert.Equal(network.Parameters, loaded.Parameters);
    }

    [Fact]
    public void Names_that_the_file_has_already_are_refused()
    {
        var network = new LinearNetwork(1, 2, Loss.MeanSquaredError, seed: 1);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => network.Save(_folder["net.safetensors"], new Dictionary<string, string> { ["dslnet.seed"] = "8" }));

        Assert.StartsWith("The metadata have dslnet.seed, which the file has already. Give it another name.", exception.Message);
        Assert.False(File.Exists(_folder["net.safetensors"]));
    }

    [Fact]
    public void A_stream_has_its_name_in_messages() => Assert.StartsWith(
        "net.bin is empty.", Assert.Throws<InvalidDataException>(() => NetworkFiles.ReadMetadata(new MemoryStream(), "net.bin")).Message);
}
