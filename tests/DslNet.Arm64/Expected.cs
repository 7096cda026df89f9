namespace DslNet.SameBits;

/// <summary>The bits that everything must give. They change when a sum's order, a function or an initialiser changes, and then on every processor.</summary>
internal static class Expected
{
    private static readonly Dictionary<string, Fingerprints> s_fingerprints = new()
    {
        [nameof(VectorNet)] = new("5F68C1B1927321A1", "4AB97E80C2D7B088", "", "45F9101F079AC55A", "89A83F5262EE122F", "A3BDFE43E071A4E2"),
        [nameof(ImageNet)] = new("144F0095BB41636E", "7ACDFD75679DE986", "3C8ADA1A574D77A5", "404E2C6C283E21CF", "4956EA3F71F4BA32", "B5CDB6DCE1A54832"),
        [nameof(FlatNet)] = new("4507AA13CF28518C", "6D1B6CA0BDBC29BA", "", "FD9B6D7732840438", "14EBE1A255DCA51F", "B81A985119967C7A"),
        [nameof(BinaryNet)] = new("DF2ECC1AD7BAC8AE", "D465727A3D143AA6", "", "855CEBEBB35E063A", "20ED430C8C029C47", "BD6E9FF0D823EFB7"),
        [nameof(LeNet)] = new("E04733585EB84B1A", "B224469FBAD1329B", "", "B8906D33AD4B7C9D", "925AE6A517B8FAE9", "A19A46BDF443DC36"),
        [nameof(LineNet)] = new("68AF5673CE2A7EDE", "1065D7A434C1A3C5", "", "EE21FB2A6A56021D", "3C653E2B3145D796", "026043A53E63490F"),
        [nameof(TurnedNet)] = new("70FEA333B6A1791B", "2294850178026EEB", "", "6293EE74CA05928F", "A6E14F6D87554561", "258A40824F100441"),
    };

    public static Fingerprints Of(string name) => s_fingerprints[name];
}
