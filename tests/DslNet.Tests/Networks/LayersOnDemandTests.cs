using Xunit;

namespace DslNet.Tests.Networks;

/// <summary>Generated descriptions make their layers when they are asked for.</summary>
public sealed class LayersOnDemandTests
{
    private int _made;

    [Fact]
    public void Layers_are_made_when_they_are_asked_for_and_once()
    {
        NetworkDescription description = Describe();
        Assert.Equal(["dense1.weight", "dense1.bias"], description.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(0, _made);
        Assert.Equal("dense1.bias", Assert.Single(description.Layers).Parameters[1].Name);
        Assert.Equal(6, description.MultiplyAdds);
        Assert.Equal(1, _made);
    }

    [Fact]
    public void A_copy_has_the_same_layers_unless_it_is_given_others()
    {
        NetworkDescription description = Describe();
        Assert.Equal(description, description with { Name = "Net" });
        Assert.Same(description.Layers[0], (description with { Name = "Other" }).Layers[0]);
        NetworkDescription empty = description with { Layers = [] };
        Assert.Empty(empty.Layers);
        Assert.Empty(empty.Parameters);
    }

    private NetworkDescription Describe() => new(
        "Net", [new("Input", new(3))], [new("Output", new(2))],
        [
            new("dense1.weight", new(2, 3), 0, new(Outputs: 2, Channels: 3, Positions: 1), Initializer.GlorotUniform),
            new("dense1.bias", new(2), 24, new(Outputs: 2, Channels: 1, Positions: 1), Initializer.Zero),
        ],
        parameters =>
        {
            _made++;
            return [new("Dense1", "Dense", ["Input"], [new("Outputs", 2)], new(2), parameters[0..2], States: [], MultiplyAdds: 6) { Declaration = "Dense(2)" }];
        },
        null,
        parameterLength: 32);
}
