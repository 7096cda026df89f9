using System.Text;
using System.Text.Json.Nodes;
using Amplifiers;
using DslNet.Audio.Tests.Harness;
using DslNet.Audio.Tests.Networks;

namespace DslNet.Audio.Tests.Files;

/// <summary>Files that are damaged, or that DslNet has no layers for: each is an exception that says what and where.</summary>
public sealed class DamagedFileTests
{
    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("{", "no JSON")]
    [InlineData("[]", "no object")]
    [InlineData("{}", "version is missing")]
    [InlineData("""{"version":1}""", "version is 1, but must be a text")]
    [InlineData("""{"version":"0.7.0","architecture":"CatLSTM","config":{},"weights":[]}""", "architecture is \"CatLSTM\", but must be WaveNet")]
    [InlineData("""{"version":"0.7.0","architecture":"WaveNet","config":[],"weights":[]}""", "config is an array, but must be an object")]
    [InlineData("""{"version":"0.7.0","architecture":"WaveNet","config":{"layers":[]},"weights":[]}""", "config.layers is an array, but must be an array with a layer array at least")]
    [InlineData("""{"version":"0.7.0","architecture":"LSTM","config":{"hidden_size":3,"num_layers":1,"input_size":1},"weights":[1,2]}""", "weights has 2 numbers, but the network of config has more")]
    [InlineData("""{"version":"0.7.0","architecture":"LSTM","config":{"hidden_size":1e6,"num_layers":1,"input_size":1},"weights":[]}""", "weights has 0 numbers")]
    [InlineData("""{"version":"0.7.0","architecture":"LSTM","config":{"hidden_size":-1,"num_layers":1,"input_size":1},"weights":[]}""", "config.hidden_size is -1, but must be a whole number from 1")]
    [InlineData("""{"version":"0.7.0","architecture":"Linear","config":{"receptive_field":2,"bias":false},"weights":[1,"x"]}""", "weights[1] is \"x\", but must be a finite number")]
    [InlineData("""{"version":"0.7.0","architecture":"Linear","config":{"receptive_field":2,"bias":false},"weights":[1,1e39]}""", "weights[1] is 1e39, but must be a finite number")]
    [InlineData("""{"version":"0.7.0","architecture":"Linear","config":{"receptive_field":2,"bias":false},"weights":[1,2,3]}""", "weights has 3 numbers, but the network of config has 2")]
    [InlineData("""{"version":"0.7.0","architecture":"SlimmableContainer","config":{"submodels":[]},"weights":[]}""", "config.submodels")]
    public void SaysWhatIsWrong(string text, string message) =>
        Assert.Contains(message, Assert.Throws<NamException>(() => NamFile.Parse(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void UnknownActivationIsNamed()
    {
        JsonNode root = JsonNode.Parse(Variants.Text("gated"))!;
        root["config"]!["layers"]![0]!["activation"] = "Snake";

        Assert.Contains("config.layers[0].activation is \"Snake\", but must be an activation that DslNet knows", Refused(root).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void VersionStaysInItsComment()
    {
        JsonNode root = JsonNode.Parse(Variants.Text("gated"))!;
        root["version"] = "0.7.0\nclass Evil;";

        string source = NamFile.Parse(Encoding.UTF8.GetBytes(root.ToJsonString())).Model.Import("Changed").Source;

        Assert.StartsWith("// Imported from a .nam file of version 0.7.0classEvil: WaveNet", source, StringComparison.Ordinal);
    }

    /// <summary>Every value of every kind of file is replaced by values of other types, or taken away: what is still a network is read, all else refused.</summary>
    [Fact]
    public void NoFileCrashes()
    {
        int refused = 0;
        foreach (string name in Variants.Names)
        {
            JsonNode root = JsonNode.Parse(Variants.Text(name))!;
            foreach ((JsonNode parent, string key) in Members(root))
            {
                JsonNode? before = parent[key]?.DeepClone();
                foreach (string? replaced in new[] { null, "0", "-3", "2", "1e300", "\"\"", "[]", "{}", "[null]", "true" })
                {
                    parent[key] = replaced is null ? null : JsonNode.Parse(replaced);
                    try
                    {
                        NamFile.Parse(Encoding.UTF8.GetBytes(root.ToJsonString())).Model.Import("Changed");
                    }
                    catch (NamException e)
                    {
                        Assert.NotEmpty(e.Message);
                        refused++;
                    }
                }

                parent[key] = before;
            }
        }

        Assert.True(refused > 400, $"{refused}");
    }

    [Fact]
    public void NetworkOfAnotherShapeIsNamed()
    {
        NamModel lite = Captures.Own("A2").Models[0];

        string message = Assert.Throws<NamException>(() => lite.LoadInto(new A2Full())).Message;

        Assert.Contains("rechannel.weight 8×1 of A2Full stands where the file has Rechannel1.weight [3, 1]", message, StringComparison.Ordinal);
        Assert.Contains("has frames of", Assert.Throws<NamException>(() => NamFile.Parse(Variants.Text("gated")).Model.LoadInto(new Stereo())).Message, StringComparison.Ordinal);
    }

    private static NamException Refused(JsonNode root) => Assert.Throws<NamException>(() => NamFile.Parse(Encoding.UTF8.GetBytes(root.ToJsonString())));

    private static IEnumerable<(JsonNode Parent, string Key)> Members(JsonNode node) => node switch
    {
        JsonObject all => [.. all.ToArray().Where(member => member.Key != "weights").SelectMany(member => (member.Value is null ? [] : Members(member.Value)).Prepend((all, member.Key)))],
        JsonArray items => [.. items.OfType<JsonNode>().SelectMany(Members)],
        _ => [],
    };
}
