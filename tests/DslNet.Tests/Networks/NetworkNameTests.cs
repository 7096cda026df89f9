using Xunit;

namespace DslNet.Tests.Networks;

/// <summary>The class Network and the attribute of the same name must not stand in each other's way.</summary>
public class NetworkNameTests
{
    [Fact]
    public void The_attribute_is_still_called_Network() => Assert.Single(typeof(Marked).GetCustomAttributes(typeof(NetworkAttribute), false));

    [Network, Input(2), Dense(1), MeanSquaredError]
    private sealed class Marked;
}
