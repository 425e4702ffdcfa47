echo '<h1>Tea</h1><ol><li>Boil water<li>Wait</ol>' | html2text
echo '<table><tr><th>Day<th>Rain<tr><td>Mon<td>3 mm</table>' |
	html2text --tsv | cut -f 2
