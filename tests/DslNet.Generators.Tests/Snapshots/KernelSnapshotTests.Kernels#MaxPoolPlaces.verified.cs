//HintName: MaxPoolPlaces.g.cs

// MaxPool1: where the maximum of each window and channel is, one sample.
[Method__(Optimized)]
public static void MaxPool1Places(ref float x, ref float y, ref float places, ref float corners)
{
	unchecked
	{
		for (int row = 0; row < 2; row++)
		{
			for (int column = 0; column < 2; column++)
			{
				int o = (row * 2 + column) * 8;
				ref float window = ref Place__.Add(ref x, row * 24 + column * 8);
				Float__ most = Lanes__.Load(ref y, o);
				UInt__ isMost, place0 = UInt__.Zero, place1 = Vector__.Create(6u);
				isMost = Vector__.AsUInt32(Vector__.Equals(Lanes__.Load(ref window, 32), most));
				place0 = Vector__.ConditionalSelect(isMost, Vector__.Create(48u), place0);
				place1 = Vector__.ConditionalSelect(isMost, UInt__.Zero, place1);
				isMost = Vector__.AsUInt32(Vector__.Equals(Lanes__.Load(ref window, 24), most));
				place0 = Vector__.ConditionalSelect(isMost, Vector__.Create(40u), place0);
				place1 = Vector__.ConditionalSelect(isMost, Vector__.Create(1u), place1);
				isMost = Vector__.AsUInt32(Vector__.Equals(Lanes__.Load(ref window, 8), most));
				place0 = Vector__.ConditionalSelect(isMost, Vector__.Create(8u), place0);
				place1 = Vector__.ConditionalSelect(isMost, Vector__.Create(5u), place1);
				isMost = Vector__.AsUInt32(Vector__.Equals(Lanes__.Load(ref window, 0), most));
				place0 = Vector__.ConditionalSelect(isMost, UInt__.Zero, place0);
				place1 = Vector__.ConditionalSelect(isMost, Vector__.Create(6u), place1);
				if (!Vector__.EqualsAll(most, most))
				{
					isMost = Vector__.AsUInt32(Vector__.IsNaN(Lanes__.Load(ref window, 0)));
					place0 = Vector__.ConditionalSelect(isMost, UInt__.Zero, place0);
					place1 = Vector__.ConditionalSelect(isMost, Vector__.Create(6u), place1);
					isMost = Vector__.AsUInt32(Vector__.IsNaN(Lanes__.Load(ref window, 8)));
					place0 = Vector__.ConditionalSelect(isMost, Vector__.Create(8u), place0);
					place1 = Vector__.ConditionalSelect(isMost, Vector__.Create(5u), place1);
					isMost = Vector__.AsUInt32(Vector__.IsNaN(Lanes__.Load(ref window, 24)));
					place0 = Vector__.ConditionalSelect(isMost, Vector__.Create(40u), place0);
					place1 = Vector__.ConditionalSelect(isMost, Vector__.Create(1u), place1);
					isMost = Vector__.AsUInt32(Vector__.IsNaN(Lanes__.Load(ref window, 32)));
					place0 = Vector__.ConditionalSelect(isMost, Vector__.Create(48u), place0);
					place1 = Vector__.ConditionalSelect(isMost, UInt__.Zero, place1);
				}
				Lanes__.Store(Vector__.AsSingle(place0 + Vector__.Create((uint)(row * 40 + column * 8))), ref places, o);
				Lanes__.Store(Vector__.AsSingle(place1), ref corners, o);
			}
		}
	}
}
