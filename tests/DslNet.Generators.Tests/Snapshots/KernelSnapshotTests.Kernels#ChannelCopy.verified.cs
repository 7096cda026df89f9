//HintName: ChannelCopy.g.cs

// Concat1: 4 channels copied at 4 positions.
[Method__(Optimized)]
public static void Concat1Forward0(ref float source, ref float destination)
{
	unchecked
	{
		for (int position = 0; position < 4; position++)
		{
			ref float from = ref Place__.Add(ref source, position * 8);
			ref float to = ref Place__.Add(ref destination, position * 8);
			for (int channel = 0; channel < 4; channel++)
			{
				Place__.Add(ref to, channel) = Place__.Add(ref from, channel);
			}
		}
	}
}
